cimport cython

cdef Py_ssize_t PASSAGE, SAMPLES, OWN_SAMPLES, WORDS
cdef str OPENING


cdef class Language:
    cdef readonly str code, script
    cdef readonly tuple common
    cdef readonly frozenset own, typical, others


@cython.locals(text=str)
cpdef bint may_hold_another(list texts, Language language) except -1

@cython.locals(char=Py_UCS4)
cdef bint is_wide(str text) except -1

@cython.locals(missing=Py_ssize_t, at=Py_ssize_t, word=str)
cpdef bint is_own(str text, Language language) except -1

@cython.locals(foreign=set, words=list, word=str)
cpdef bint may_differ(str text, Language language) except -1

@cython.locals(picked=list, at=Py_ssize_t, char=Py_UCS4)
cdef bint is_in_script(str text, Language language) except -1

@cython.locals(char=Py_UCS4, before=Py_UCS4, earlier=Py_UCS4, last=Py_UCS4, at=Py_ssize_t)
cpdef bint may_be_embedded(str text) except -1

cdef bint _is_sign(Py_UCS4 char, Py_UCS4 before, Py_UCS4 earlier) noexcept

@cython.locals(char=Py_UCS4)
cpdef bint may_quote(str text) except -1

@cython.locals(char=Py_UCS4, is_gap=bint, words=Py_ssize_t, capitals=Py_ssize_t)
cpdef bint is_of_names(str text, double share) except -1
