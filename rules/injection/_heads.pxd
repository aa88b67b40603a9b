cimport cython

cdef int SIX, FOUR, THREE, PAIR, ONE, ALL_SIX

@cython.locals(
    at=Py_ssize_t, size=Py_ssize_t, found=list, first=long, second=long, third=long, slot=long, flags=int
)
cpdef list starts(str text, dict heads, dict known, bytes table)

@cython.locals(at=Py_ssize_t, size=Py_ssize_t, first=long, second=long, third=long)
cpdef Py_ssize_t first_of(str text, frozenset heads, bytes table, Py_ssize_t start=*) except -2

@cython.locals(head=str, terms=list, lines=bytes, term=str)
cdef _add(list found, str text, Py_ssize_t at, Py_ssize_t size, dict heads, dict known)

cdef long _slot(long first, long second, long third) noexcept

cdef long long _slot_of_six(long long slot, str text, Py_ssize_t at) except -1
