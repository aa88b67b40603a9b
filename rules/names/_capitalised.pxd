cimport cython

cdef Py_ssize_t SHORTEST

@cython.locals(
    ch=Py_UCS4, at=Py_ssize_t, start=Py_ssize_t, words=list, starts=list
)
cpdef tuple capitalised(str text)

cdef bint _is_capital(Py_UCS4 ch) noexcept

cdef bint _is_letter(Py_UCS4 ch) noexcept

cdef bint _joins(Py_UCS4 ch) noexcept

cdef bint _is_inner(str text, Py_ssize_t at)
