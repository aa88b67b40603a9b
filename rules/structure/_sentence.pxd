cimport cython

cdef Py_ssize_t LONGEST, LETTERS_A_WORD, NUMBER

@cython.locals(size=Py_ssize_t, start=Py_ssize_t, at=Py_ssize_t, end=Py_ssize_t)
cpdef Py_ssize_t last_sentence(str text) except -1

cdef bint _may_follow(Py_UCS4 stop, Py_UCS4 char) noexcept

cdef bint _is_stop(Py_UCS4 char) noexcept

cdef bint _is_closer(Py_UCS4 char) noexcept

cdef bint _is_last(Py_UCS4 char) noexcept

@cython.locals(at=Py_ssize_t)
cpdef bint ends_a_sentence(str text) except -1

@cython.locals(words=Py_ssize_t, is_gap=bint, char=Py_UCS4)
cpdef bint has_words(str text, Py_ssize_t least) except -1

@cython.locals(size=Py_ssize_t, start=Py_ssize_t, at=Py_ssize_t)
cpdef bint is_item(str text) except -1
