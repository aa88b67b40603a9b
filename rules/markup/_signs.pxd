cimport cython

cdef dict KNOWN

cdef class Signs:
    cdef readonly str text
    cdef list _rows

    @cython.locals(at=Py_ssize_t, char=Py_UCS4, number=int, row=list)
    cdef _look(self, bytes numbers)

    @cython.locals(anchor=str)
    cpdef bint has_any(self, anchors) except -1

    @cython.locals(anchor=str, beyond=Py_ssize_t, found=list)
    cpdef list places(self, anchors, Py_ssize_t start=*, end=*)

    @cython.locals(found=list, text=str, at=Py_ssize_t, ahead=str)
    cpdef list before(self, str sign, heads)

    @cython.locals(found=list, text=str, size=Py_ssize_t, at=Py_ssize_t)
    cpdef list stuck(self, str sign)

    @cython.locals(found=list, text=str, at=Py_ssize_t)
    cpdef list named(self, str sign)

    @cython.locals(number=int, before=Py_ssize_t, rarest=str, at=Py_ssize_t)
    cdef bint _has(self, str anchor) except -1

    @cython.locals(number=int, before=Py_ssize_t, rarest=str, at=Py_ssize_t, index=Py_ssize_t, beyond=Py_ssize_t, row=list)
    cdef _add(self, list found, str anchor, Py_ssize_t start, Py_ssize_t end)

cdef tuple _sign_of(str anchor)
