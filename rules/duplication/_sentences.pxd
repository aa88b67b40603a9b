cimport cython

cdef str EDGES
cdef int WITHIN, STOPPED, CLOSED


@cython.locals(
    found=list, start=Py_ssize_t, at=Py_ssize_t, line=Py_ssize_t, closing=cython.bint, state=cython.int,
    char=Py_UCS4,
)
cpdef list sentences(str text)

@cython.locals(key=str)
cdef void add(list found, str text, Py_ssize_t start, Py_ssize_t end, Py_ssize_t line)
