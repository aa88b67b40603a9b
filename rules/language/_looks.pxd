cimport cython

cdef Py_ssize_t PASSAGE, SAMPLES, OWN_SAMPLES, WORDS


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
