cimport cython

@cython.locals(
    at=Py_ssize_t, size=Py_ssize_t, found=list, first=long, second=long, third=long
)
cpdef list starts(str text, dict heads, dict known, bytes table)

@cython.locals(head=str, terms=list, lines=bytes, term=str)
cdef _add(str text, Py_ssize_t at, Py_ssize_t size, dict heads, dict known, list found)

cdef long _slot(long first, long second, long third)
