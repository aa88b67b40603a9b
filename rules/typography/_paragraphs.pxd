cimport cython

@cython.locals(found=list, char=str, at=Py_ssize_t)
cpdef list places(str text, frozenset chars)

@cython.locals(left=list, open_=list, at=Py_ssize_t, opener=Py_ssize_t, char=str)
cpdef list unclosed(
    str text, list places, frozenset openers, dict kinds, Py_ssize_t deepest
)

cpdef tuple paragraph(str text, Py_ssize_t at)

@cython.locals(
    found=list, first=Py_ssize_t, after=Py_ssize_t, place=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t,
)
cpdef list around(str text, list places)

@cython.locals(start=Py_ssize_t)
cpdef Py_ssize_t start_of(str text, Py_ssize_t place, Py_ssize_t earliest) except -1

@cython.locals(end=Py_ssize_t)
cpdef Py_ssize_t end_of(str text, Py_ssize_t place) except -1

@cython.locals(at=Py_ssize_t)
cdef bint _goes_on(str text, Py_ssize_t start, Py_ssize_t earliest) except -1
