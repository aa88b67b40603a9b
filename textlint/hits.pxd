cimport cython

cdef class Reports:
    cdef readonly dict ends

@cython.locals(ends=list, own=list)
cpdef share(dict reported, probes, bytes data, list starts, list found)

@cython.locals(
    text=Py_ssize_t, start=Py_ssize_t, after=Py_ssize_t, end=Py_ssize_t, own=list
)
cdef _add(list ends, list starts, probe, list found)

@cython.locals(low=Py_ssize_t, high=Py_ssize_t, middle=Py_ssize_t)
cdef Py_ssize_t _text_of(list starts, Py_ssize_t end)

@cython.locals(
    end=Py_ssize_t,
    at=Py_ssize_t,
    kept=list,
    is_front_word=bint,
    is_front_line=bint,
    is_back_word=bint,
    is_back_line=bint,
)
cpdef list within_edges(bytes data, list ends, Py_ssize_t size, int front, int back)

cdef bint _is_letter(int byte)

@cython.locals(first=Py_ssize_t, line_break=bytes, margin=bytes)
cdef bint _starts_line(bytes data, Py_ssize_t at)

@cython.locals(line_break=bytes, margin=bytes)
cdef bint _ends_line(bytes data, Py_ssize_t at)

cdef bint _is_margin(bytes data)
