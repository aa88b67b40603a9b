cimport cython

cdef Py_ssize_t PROSE, SENTENCE, BRIEF_WORDS, BRIEF, ITEM, SHORT, NUMBER, MONTH, LONGEST_MONTH

@cython.locals(count=Py_ssize_t, is_inside=bint, char=Py_UCS4)
cpdef Py_ssize_t words(str text, Py_ssize_t most)

@cython.locals(size=Py_ssize_t)
cpdef bint is_prose(str text)

@cython.locals(found=set, before=str, text=str, is_text=bint, was_prose=bint)
cpdef frozenset headings(list lines)

@cython.locals(found=list, number=Py_ssize_t, size=Py_ssize_t, text=str)
cpdef list items(list lines)

@cython.locals(found=list, number=Py_ssize_t, size=Py_ssize_t, text=str)
cpdef list brief(list lines)

@cython.locals(char=Py_UCS4)
cdef bint _has_letter(str text)

@cython.locals(found=list, number=Py_ssize_t, size=Py_ssize_t, text=str)
cpdef list cues(list lines)

@cython.locals(size=Py_ssize_t, at=Py_ssize_t, after=Py_ssize_t, char=Py_UCS4)
cpdef bint has_moment(str text)

cpdef bint is_number(str text)

@cython.locals(found=dict, text=str, key=str)
cpdef dict counts(list lines)

@cython.locals(size=Py_ssize_t, at=Py_ssize_t)
cpdef bint is_dated(str text) except -1

@cython.locals(size=Py_ssize_t, end=Py_ssize_t, last=Py_ssize_t, start=Py_ssize_t)
cdef bint _is_day(str text, Py_ssize_t at) except -1

cdef bint _has_four(str text, Py_ssize_t at) except -1

@cython.locals(size=Py_ssize_t, end=Py_ssize_t)
cdef bint _follow(str text, Py_ssize_t at, Py_ssize_t figures) except -1

@cython.locals(size=Py_ssize_t, end=Py_ssize_t)
cdef bint _is_year(str text, Py_ssize_t at) except -1

cdef bint _is_of_word(Py_UCS4 char) noexcept
