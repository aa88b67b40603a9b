cimport cython

cdef int OTHER, SPACE, JOINT, EXTRA, MARK, FIRST, JOINTS

@cython.locals(char=Py_UCS4, found=Py_ssize_t)
cpdef Py_ssize_t latin(str text) except -1

@cython.locals(char=Py_UCS4)
cpdef bint is_latin(str text, bytearray kinds, learn) except -1

@cython.locals(char=Py_UCS4, kind=int, of=int, at=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t, size=Py_ssize_t, found=list)
cpdef list runs(str text, bytearray kinds, learn, bytes wanted, int han)

@cython.locals(joined=list, start=Py_ssize_t, end=Py_ssize_t, left=Py_ssize_t, right=Py_ssize_t)
cpdef list sentences(str text, list found, Py_ssize_t reach)

@cython.locals(breaks=int, at=Py_ssize_t, char=Py_UCS4)
cdef bint _joins(str text, Py_ssize_t start, Py_ssize_t end) except -1

@cython.locals(kind=int)
cdef int _kind(Py_UCS4 char, bytearray kinds, learn) except -1

cdef int _group(int kind, int han)

@cython.locals(size=Py_ssize_t, joints=int)
cdef Py_ssize_t _beyond(str text, Py_ssize_t at, bytearray kinds, learn) except -1
