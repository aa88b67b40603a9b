cimport cython

@cython.locals(at=Py_ssize_t, size=Py_ssize_t, found=list, first=long, second=long, third=long)
cpdef list places(str text, dict heads, bytes table)

cdef long _slot(long first, long second, long third)
