/* arlint.lexicon.counts.pairs.PlainPairs in C: the same methods with the same answers, for the one loop that a check spends most of its
   time in.

   Tables are read in place from mapped files. Every number and offset is checked against the size of its table, for a file may be damaged.
   Built for the stable ABI, so that one wheel serves every Python from 3.11 on; one without the global lock has no stable ABI. */

#define PY_SSIZE_T_CLEAN
#include <pyconfig.h>
#ifndef Py_GIL_DISABLED
#define Py_LIMITED_API 0x030B0000
#endif
#include <Python.h>
#include <stdint.h>
#include <string.h>

#define STEPS 256            /* of the scale of counts */
#define WORDS (1 << 24)      /* numbers that a row has room for */
#define LONG 32              /* entries of a row that is not just searched */

typedef struct {
    PyObject_HEAD
    Py_buffer starts, entries;
    int64_t scale[STEPS];
} Pairs;

/* What may be meant by each word: arlint.lexicon.counts.pairs.Near. */
typedef struct {
    Py_buffer ends, words, flags, columns[3];
    int rivalled;
} Near;

/* Numbers of four bytes, and how many there are. */
static uint32_t number_at(const Py_buffer *table, Py_ssize_t place)
{
    return ((const uint32_t *)table->buf)[place];
}

static Py_ssize_t numbers_in(const Py_buffer *table)
{
    return table->len / (Py_ssize_t)sizeof(uint32_t);
}

static int byte_at(const Py_buffer *table, int64_t place)
{
    return place >= 0 && place < table->len ? ((const unsigned char *)table->buf)[place] : 0;
}

/* The part of a table with `size` items that belongs to `row`, by the table of where rows start; empty where there is no such row. */
static void row_of(const Py_buffer *starts, int64_t row, Py_ssize_t size, Py_ssize_t *low, Py_ssize_t *high)
{
    *low = *high = 0;
    if (row < 0 || row + 1 >= numbers_in(starts)) {
        return;
    }
    *high = number_at(starts, row + 1);
    if (*high > size) {
        *high = size;
    }
    *low = number_at(starts, row);
    if (*low > *high) {
        *low = *high;
    }
}

static int is_before(const Pairs *self, Py_ssize_t place, int64_t second)
{
    return number_at(&self->entries, place) >> 8 < (uint32_t)second;
}

/* Narrow a row to where `second` must be, from where it would be if the numbers were spread evenly: they nearly are, and few cache lines
   are touched there, where a binary search of a long row touches many. */
static void narrow(const Pairs *self, int64_t second, Py_ssize_t *low, Py_ssize_t *high)
{
    Py_ssize_t step = 8, words = numbers_in(&self->starts) - 1, start = *low, end = *high;
    Py_ssize_t guess = start + (Py_ssize_t)((end - start) * (second < words ? second : words - 1) / words);

    if (is_before(self, guess, second)) {
        *low = guess + 1;
        for (; guess + step < end && is_before(self, guess + step, second); step *= 2) {
            *low = guess + step + 1;
        }
        *high = guess + step < end ? guess + step : end;
    } else {
        *high = guess;
        for (; guess - step >= start && !is_before(self, guess - step, second); step *= 2) {
            *high = guess - step;
        }
        *low = guess - step >= start ? guess - step + 1 : start;
    }
}

/* How often `second` is seen right behind `first`; 0 for what is the number of no word. */
static int64_t seen(const Pairs *self, int64_t first, int64_t second)
{
    Py_ssize_t low, high, end;

    if (second < 0 || second >= WORDS) {
        return 0;
    }
    row_of(&self->starts, first, numbers_in(&self->entries), &low, &high);
    end = high;
    if (high - low > LONG) {
        narrow(self, second, &low, &high);
    }
    while (low < high) {
        Py_ssize_t middle = low + (high - low) / 2;
        if (number_at(&self->entries, middle) >> 8 < (uint32_t)second) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == end || number_at(&self->entries, low) >> 8 != (uint32_t)second) {
        return 0;
    }
    return self->scale[number_at(&self->entries, low) & (STEPS - 1)];
}

static int take(PyObject *source, Py_buffer *table)
{
    return PyObject_GetBuffer(source, table, PyBUF_SIMPLE);
}

static int read_scale(PyObject *scale, int64_t *steps)
{
    Py_ssize_t place;

    for (place = 0; place < STEPS; place++) {
        PyObject *step = PySequence_GetItem(scale, place);
        if (step == NULL) {
            return -1;
        }
        steps[place] = PyLong_AsLongLong(step);
        Py_DECREF(step);
        if (steps[place] == -1 && PyErr_Occurred()) {
            return -1;
        }
    }
    return 0;
}

static PyObject *pairs_new(PyTypeObject *type, PyObject *args, PyObject *keywords)
{
    static char *names[] = {"starts", "entries", "scale", NULL};
    PyObject *starts, *entries, *scale;
    Pairs *self;

    if (!PyArg_ParseTupleAndKeywords(args, keywords, "OOO", names, &starts, &entries, &scale)) {
        return NULL;
    }
    self = (Pairs *)((allocfunc)PyType_GetSlot(type, Py_tp_alloc))(type, 0);
    if (self == NULL) {
        return NULL;
    }
    if (take(starts, &self->starts) < 0 || take(entries, &self->entries) < 0 || read_scale(scale, self->scale) < 0) {
        Py_DECREF(self);
        return NULL;
    }
    return (PyObject *)self;
}

static void pairs_dealloc(PyObject *object)
{
    PyTypeObject *type = Py_TYPE(object);
    Pairs *self = (Pairs *)object;

    PyBuffer_Release(&self->starts);
    PyBuffer_Release(&self->entries);
    ((freefunc)PyType_GetSlot(type, Py_tp_free))(object);
    Py_DECREF(type);
}

static PyObject *pairs_seen(PyObject *self, PyObject *args)
{
    long long first, second;

    if (!PyArg_ParseTuple(args, "LL", &first, &second)) {
        return NULL;
    }
    return PyLong_FromLongLong(seen((Pairs *)self, first, second));
}

static PyObject *pairs_beside(PyObject *self, PyObject *args)
{
    long long before, word, after;

    if (!PyArg_ParseTuple(args, "LLL", &before, &word, &after)) {
        return NULL;
    }
    return Py_BuildValue("LL", (long long)seen((Pairs *)self, before, word), (long long)seen((Pairs *)self, word, after));
}

static int near_take(PyObject *tuple, Near *near)
{
    PyObject *ends, *words, *flags, *columns[3];

    memset(near, 0, sizeof *near);
    if (!PyArg_ParseTuple(tuple, "OOOOOOi", &ends, &words, &flags, &columns[0], &columns[1], &columns[2], &near->rivalled)) {
        return -1;
    }
    return take(ends, &near->ends) < 0 || take(words, &near->words) < 0 || take(flags, &near->flags) < 0
                   || take(columns[0], &near->columns[0]) < 0 || take(columns[1], &near->columns[1]) < 0
                   || take(columns[2], &near->columns[2]) < 0
               ? -1
               : 0;
}

static void near_release(Near *near)
{
    PyBuffer_Release(&near->ends);
    PyBuffer_Release(&near->words);
    PyBuffer_Release(&near->flags);
    PyBuffer_Release(&near->columns[0]);
    PyBuffer_Release(&near->columns[1]);
    PyBuffer_Release(&near->columns[2]);
}

/* Occurrences of a word in all sources. */
static int64_t occurrences(const Pairs *self, const Near *near, int64_t word)
{
    return self->scale[byte_at(&near->columns[0], word)] + self->scale[byte_at(&near->columns[1], word)]
           + self->scale[byte_at(&near->columns[2], word)];
}

/* Add to `found` the places in near->words of what is better attested than `word` between its neighbours. Gives 0, or -1 on error. */
static int add_better(const Pairs *self, const Near *near, int64_t before, int64_t word, int64_t after, int gain, double tolerance,
                      PyObject *found)
{
    int64_t ahead = seen(self, before, word), behind = seen(self, word, after), least;
    Py_ssize_t low, high;

    if (ahead && behind && !(byte_at(&near->flags, word) & near->rivalled)) {
        return 0;
    }
    least = gain * (ahead + 1) * (behind + 1);
    row_of(&near->ends, word, numbers_in(&near->words), &low, &high);
    for (; low < high; low++) {
        int64_t other = number_at(&near->words, low);
        double most = least > gain ? tolerance * (double)occurrences(self, near, other) + 1 : (double)gain;
        if (most * most < (double)least) {
            continue;
        }
        behind = seen(self, other, after) + 1;
        if (most * (double)behind >= (double)least && (seen(self, before, other) + 1) * behind >= least) {
            PyObject *place = PyLong_FromSsize_t(low);
            int failed = place == NULL || PyList_Append(found, place) < 0;
            Py_XDECREF(place);
            if (failed) {
                return -1;
            }
        }
    }
    return 0;
}

/* The number at a place of a list; -1, the number of no word, outside it. Sets an exception for what is no number. */
static int64_t listed(PyObject *numbers, Py_ssize_t place)
{
    return place < 0 || place >= PyList_Size(numbers) ? -1 : PyLong_AsLongLong(PyList_GetItem(numbers, place));
}

/* (place, places in near->words) for one word of a text, None where nothing is better attested, NULL on error. */
static PyObject *better_at(const Pairs *self, const Near *near, PyObject *numbers, PyObject *place, int gain, double tolerance)
{
    Py_ssize_t at = PyLong_AsSsize_t(place);
    int64_t before = listed(numbers, at - 1), word = listed(numbers, at), after = listed(numbers, at + 1);
    PyObject *found, *result = NULL;

    if (PyErr_Occurred()) {
        return NULL;
    }
    found = PyList_New(0);
    if (found == NULL) {
        return NULL;
    }
    if (add_better(self, near, before, word, after, gain, tolerance, found) == 0) {
        result = PyList_Size(found) ? PyTuple_Pack(2, place, found) : Py_NewRef(Py_None);
    }
    Py_DECREF(found);
    return result;
}

static PyObject *pairs_better_attested(PyObject *self, PyObject *args)
{
    PyObject *numbers, *places, *tuple, *result;
    Py_ssize_t index;
    double tolerance;
    Near near;
    int gain;

    if (!PyArg_ParseTuple(args, "O!O!Oid", &PyList_Type, &numbers, &PyList_Type, &places, &tuple, &gain, &tolerance)) {
        return NULL;
    }
    result = PyList_New(0);
    if (near_take(tuple, &near) < 0) {
        Py_CLEAR(result);
    }
    for (index = 0; result != NULL && index < PyList_Size(places); index++) {
        PyObject *one = better_at((Pairs *)self, &near, numbers, PyList_GetItem(places, index), gain, tolerance);
        if (one == NULL || (one != Py_None && PyList_Append(result, one) < 0)) {
            Py_CLEAR(result);
        }
        Py_XDECREF(one);
    }
    near_release(&near);
    return result;
}

static PyMethodDef pairs_methods[] = {
    {"seen", pairs_seen, METH_VARARGS, NULL},
    {"beside", pairs_beside, METH_VARARGS, NULL},
    {"better_attested", pairs_better_attested, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static PyType_Slot pairs_slots[] = {
    {Py_tp_doc, "PlainPairs of arlint.lexicon.counts.pairs, whose methods it has, in C."},
    {Py_tp_new, pairs_new},
    {Py_tp_dealloc, pairs_dealloc},
    {Py_tp_methods, pairs_methods},
    {0, NULL},
};

static PyType_Spec pairs_spec = {"arlint.lexicon.counts._pairs.Pairs", sizeof(Pairs), 0, Py_TPFLAGS_DEFAULT, pairs_slots};

static int execute(PyObject *module)
{
    PyObject *type = PyType_FromSpec(&pairs_spec);
    int failed = type == NULL || PyModule_AddObjectRef(module, "Pairs", type) < 0;

    Py_XDECREF(type);
    return failed ? -1 : 0;
}

/* Nothing is written after an object is made, so that threads need no lock. */
static PyModuleDef_Slot module_slots[] = {
    {Py_mod_exec, execute},
#ifdef Py_GIL_DISABLED
    {Py_mod_gil, Py_MOD_GIL_NOT_USED},
#endif
    {0, NULL},
};

static PyModuleDef module = {PyModuleDef_HEAD_INIT, "_pairs", "Look-ups of pairs of words in C.", 0, NULL, module_slots, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit__pairs(void)
{
    return PyModuleDef_Init(&module);
}
