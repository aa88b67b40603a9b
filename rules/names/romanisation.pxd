cimport cython

cdef class Rewrite:
    cdef list spellings
    cdef str sound
    cdef str before
    cdef str behind
    cdef Py_ssize_t firsts

cpdef str fold(str text)

@cython.locals(ch=Py_UCS4)
cdef bint _has_ligature(str text)

@cython.locals(found=str, rest=Py_ssize_t, at=Py_ssize_t, ch=Py_UCS4)
cdef str _without_marks(str text)

@cython.locals(found=cython.longlong, one=cython.longlong, ch=Py_UCS4)
cdef long long _letters(str word) noexcept

cpdef str consonants(str sounds)

cpdef str single(str word)

@cython.locals(
    found=str, at=Py_ssize_t, rest=Py_ssize_t, size=Py_ssize_t, end=Py_ssize_t, written=str
)
cdef str _rewritten(str word, Rewrite rewrite)

@cython.locals(letters=Py_ssize_t, rewrite=Rewrite)
cdef str _key(str word, list rewrites)

cdef bint _may_stand(str word, Py_ssize_t at, Py_ssize_t end, str before, str behind)

cdef str _single(str word, str without)
