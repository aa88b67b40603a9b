cimport cython

cdef int LONG, PAIR, ONE

@cython.locals(
    at=Py_ssize_t,
    size=Py_ssize_t,
    found=list,
    first=long,
    second=long,
    third=long,
    most=Py_ssize_t,
    least=Py_ssize_t,
    length=Py_ssize_t,
    term=str,
)
cpdef list starts(str text, dict heads, dict known, bytes table)

@cython.locals(at=Py_ssize_t, size=Py_ssize_t, first=long, second=long, third=long)
cpdef bint holds(str text, frozenset heads, bytes table) except -1

@cython.locals(terms=list, lines=bytes)
cdef list _listed(str head, dict heads, dict known)

cdef long _slot(long first, long second, long third)
