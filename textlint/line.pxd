cimport cython

cdef class Line:
    cdef readonly Py_ssize_t start, end
    cdef readonly str text

@cython.locals(
    found=list, at=Py_ssize_t, size=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t, raw=str, line=Line
)
cpdef list inked_lines(str text)

@cython.locals(found=list, line=Line)
cpdef list texts_of(list lines)
