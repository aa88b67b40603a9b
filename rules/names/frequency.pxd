cimport cython

cdef Py_ssize_t LF
cdef Py_ssize_t DIGITS

@cython.locals(low=Py_ssize_t, high=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t, here=bytes)
cdef double _look_up(bytes entries, bytes name)
