cimport cython

cdef object OPEN, CLOSE, DEEPEST

cpdef object plain_role(Py_UCS4 before, Py_UCS4 mark, Py_UCS4 after, object shape)

@cython.locals(
    left=list, open_=list, last=Py_ssize_t, at=Py_ssize_t, mark=Py_UCS4, before=Py_UCS4, after=Py_UCS4,
)
cpdef list unpaired(str text, list found, dict shapes, frozenset mates)

@cython.locals(first=Py_UCS4, last=Py_UCS4)
cdef bint _are_mates(str text, Py_ssize_t opener, Py_ssize_t closer, frozenset mates) except -1
