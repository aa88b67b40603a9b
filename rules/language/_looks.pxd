cimport cython

cdef Py_ssize_t PASSAGE, SAMPLES, OWN_SAMPLES, WORDS
cdef int MASK
cdef str OPENING, SET_APART


cdef class Language:
    cdef readonly str code, script
    cdef readonly tuple common
    cdef readonly frozenset own, typical, others
    cdef bytearray marks, ends


@cython.locals(word=str, value=cython.int, char=Py_UCS4, marks=bytearray)
cdef bytearray _marks(words, int factor)

@cython.locals(found=list, at=Py_ssize_t, text=str)
cpdef list strange(list texts, Language language)

@cython.locals(char=Py_UCS4)
cdef bint is_wide(str text) except -1

@cython.locals(
    ends=bytearray, common=tuple, missing=Py_ssize_t, at=Py_ssize_t, value=cython.int, char=Py_UCS4, word=str
)
cdef bint is_own(str text, Language language) except -1

@cython.locals(
    foreign=set, typical=set, marks=bytearray, at=Py_ssize_t, start=Py_ssize_t, value=cython.int,
    size=Py_ssize_t, is_gap=bint, char=Py_UCS4, word=str,
)
cdef bint may_differ(str text, Language language) except -1

cdef bint _is_blank(Py_UCS4 char) noexcept

@cython.locals(at=Py_ssize_t, own=Py_ssize_t, char=Py_UCS4, code=str, script=str)
cdef bint is_in_script(str text, Language language) except -1

@cython.locals(char=Py_UCS4, before=Py_UCS4, earlier=Py_UCS4, last=Py_UCS4, at=Py_ssize_t)
cpdef bint may_be_embedded(str text) except -1

cdef bint _is_sign(Py_UCS4 char, Py_UCS4 before, Py_UCS4 earlier) noexcept

@cython.locals(char=Py_UCS4)
cpdef bint may_quote(str text) except -1

@cython.locals(char=Py_UCS4, is_gap=bint, words=Py_ssize_t, capitals=Py_ssize_t, at=Py_ssize_t)
cpdef bint is_of_names(str text) except -1
