cimport cython

@cython.locals(at=Py_ssize_t, char=Py_UCS4, before=Py_UCS4, low=list, high=list)
cpdef tuple set_off(str text, frozenset blanks)
