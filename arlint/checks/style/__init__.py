"""Style (STY): what is right and can be said better. Much of it is data for the data check `phrase`."""
