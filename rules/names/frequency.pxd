cimport cython

cdef Py_ssize_t LF
cdef Py_ssize_t DIGITS

@cython.locals(low=Py_ssize_t, high=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t, order=Py_ssize_t)
cdef double _look_up(bytes entries, bytes name)

@cython.locals(size=Py_ssize_t, at=Py_ssize_t)
cdef Py_ssize_t _order(bytes entries, Py_ssize_t start, Py_ssize_t end, bytes name)

@cython.locals(
    found=list, start=Py_ssize_t, end=Py_ssize_t, least=Py_ssize_t, byte=Py_ssize_t
)
cdef list _everyday(bytes entries)
