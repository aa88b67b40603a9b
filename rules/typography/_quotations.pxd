cimport cython

cdef object OPEN, CLOSE, NEITHER

@cython.locals(
    singles=list, others=list, stack=list, last=Py_ssize_t, place=Py_ssize_t, at=Py_ssize_t,
    char=Py_UCS4,
)
cpdef object judge(str text, Py_ssize_t start, Py_ssize_t end, list places, object use)

cdef bint _are_ascii_letters(Py_UCS4 before, Py_UCS4 after) noexcept
cdef object _step(object mark, list stack, object done, object use)
cdef bint _same_level(object mark, object other) except -1
cdef object _mate(object mark, list stack, object use)
cdef bint _closes(object mark, object opener, object use) except -1

@cython.locals(mates=frozenset)
cdef bint _is_open(str char, list stack, object use) except -1

@cython.locals(
    char=Py_UCS4, before=Py_UCS4, after=Py_UCS4, is_open=cython.bint, glued=cython.bint,
)
cdef object _mark(str text, Py_ssize_t at, object use, list stack)

cdef bint _is_no_quote(Py_UCS4 char, Py_UCS4 before, Py_UCS4 after, bint is_open) except -1
cdef bint _in_hebrew(Py_UCS4 before, Py_UCS4 after) except -1

@cython.locals(blank_before=cython.bint, blank_after=cython.bint, left=cython.bint, right=cython.bint)
cdef object _side(Py_UCS4 before, Py_UCS4 after)
