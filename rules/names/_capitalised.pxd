cimport cython

@cython.locals(
    ch=Py_UCS4, at=Py_ssize_t, start=Py_ssize_t, found=dict, places=list, name=str
)
cpdef dict capitalised(str text)

cdef bint _is_capital(Py_UCS4 ch) noexcept

cdef bint _is_letter(Py_UCS4 ch) noexcept

cdef bint _joins(Py_UCS4 ch) noexcept

cdef bint _is_inner(str text, Py_ssize_t at)
