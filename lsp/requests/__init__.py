"""One module a request. Each has `register(server)`, called when the client's abilities are known and before they are answered."""
