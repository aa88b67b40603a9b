cimport cython

cdef Py_ssize_t SHORTEST

@cython.locals(ch=Py_UCS4, at=Py_ssize_t, end=Py_ssize_t, ended=str, found=dict)
cpdef dict capitalised(str text)

@cython.locals(end=Py_ssize_t, word=str)
cdef Py_ssize_t _added(str text, Py_ssize_t at, Py_UCS4 ch, dict found)

@cython.locals(found=list, size=Py_ssize_t, at=Py_ssize_t, end=Py_ssize_t)
cpdef list places(str text, str word)

cdef bint _begins(str text, Py_ssize_t at)

cdef bint _is_capital(Py_UCS4 ch) noexcept

cdef bint _is_letter(Py_UCS4 ch) noexcept

cdef bint _joins(Py_UCS4 ch) noexcept

cdef bint _is_inner(str text, Py_ssize_t at)
