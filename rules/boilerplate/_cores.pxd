cimport cython

cdef Py_ssize_t LONGEST_COUNT

@cython.locals(char=Py_UCS4, before=Py_UCS4)
cpdef str single(str text)

@cython.locals(start=Py_ssize_t, end=Py_ssize_t)
cpdef str stripped(str text)

cdef bint _is_bullet(Py_UCS4 char)

cpdef str bare(str text)

@cython.locals(first=Py_UCS4)
cdef str _trimmed(str text)

@cython.locals(at=Py_ssize_t, size=Py_ssize_t, rest=str)
cdef str _without_bullet(str text)

@cython.locals(last=Py_ssize_t, opening=Py_ssize_t, at=Py_ssize_t, mark=Py_UCS4, char=Py_UCS4)
cdef str _without_count(str text)

@cython.locals(at=Py_ssize_t, done=Py_ssize_t, parts=list, char=Py_UCS4)
cpdef str numberless(str text)

@cython.locals(at=Py_ssize_t, size=Py_ssize_t, char=Py_UCS4, is_digit=bint, was_digit=bint)
cdef Py_ssize_t _number_end(str text, Py_ssize_t start)

@cython.locals(text=str, end=Py_ssize_t, first=Py_UCS4)
cpdef str core(str line, dict windows)

@cython.locals(at=Py_ssize_t, size=Py_ssize_t, after=Py_ssize_t, char=Py_UCS4)
cdef Py_ssize_t _start(str text)

@cython.locals(at=Py_ssize_t, size=Py_ssize_t, after=Py_ssize_t)
cdef Py_ssize_t _after_count(str text, Py_ssize_t start)

@cython.locals(size=Py_ssize_t)
cdef bint _has_blank(str text, Py_ssize_t at)

@cython.locals(at=Py_ssize_t, size=Py_ssize_t)
cdef Py_ssize_t _after_digits(str text, Py_ssize_t start, Py_ssize_t most)

@cython.locals(end=Py_ssize_t, at=Py_ssize_t, last=Py_UCS4)
cdef Py_ssize_t _end(str text, dict windows)

@cython.locals(at=Py_ssize_t, window=str)
cdef Py_ssize_t _before_window(str text, Py_ssize_t end, dict windows)

@cython.locals(at=Py_ssize_t, first=Py_ssize_t, least=Py_ssize_t)
cdef Py_ssize_t _before_brackets(str text, Py_ssize_t end)

@cython.locals(at=Py_ssize_t, last=Py_ssize_t)
cdef Py_ssize_t _before_count(str text, Py_ssize_t end)

cpdef bint is_mark(Py_UCS4 char)
