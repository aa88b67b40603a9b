cimport cython


@cython.locals(parts=list, start=Py_ssize_t, at=Py_ssize_t, char=Py_UCS4, is_number=bint)
cpdef str masked(str text)

@cython.locals(found=list, start=Py_ssize_t, at=Py_ssize_t, char=Py_UCS4, is_joint=bint, is_number=bint, is_curly=bint, word=str)
cpdef list tokens(str text, Py_ssize_t least=*)

cdef bint is_letter(Py_UCS4 char) noexcept

cdef bint is_digit(Py_UCS4 char) noexcept

cpdef bint is_unspaced(Py_UCS4 char) noexcept

@cython.locals(count=Py_ssize_t, char=Py_UCS4)
cpdef Py_ssize_t unspaced_letters(str text)

@cython.locals(count=Py_ssize_t, char=Py_UCS4, before=bint, here=bint)
cpdef Py_ssize_t unspaced_runs(str text)

@cython.locals(last=str)
cpdef int level(str text)

@cython.locals(count=Py_ssize_t, char=Py_UCS4)
cpdef double digits(str text)

@cython.locals(count=Py_ssize_t, state=int, char=Py_UCS4)
cpdef Py_ssize_t separators(str text)

cdef bint is_arrow(Py_UCS4 char) noexcept

@cython.locals(words=Py_ssize_t, capital=Py_ssize_t, is_first=bint, char=Py_UCS4)
cpdef double capitals(str text)

@cython.locals(is_call=bint, before=Py_UCS4, char=Py_UCS4)
cpdef bint has_code(str text)

@cython.locals(parts=list, first=Py_ssize_t, start=Py_ssize_t, at=Py_ssize_t, char=Py_UCS4, is_gap=bint)
cpdef str contents_key(str text)

cdef bint is_alnum(Py_UCS4 char) noexcept

@cython.locals(size=Py_ssize_t, at=Py_ssize_t, start=Py_ssize_t, after=Py_ssize_t)
cdef Py_ssize_t _after_number(str text)

@cython.locals(size=Py_ssize_t)
cdef Py_ssize_t _after_marks(str text, Py_ssize_t at)
