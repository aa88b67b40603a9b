cimport cython
from ._cores cimport core
from ._sieve cimport Bits, number_of

cdef Py_ssize_t LONGEST, LONGEST_NAMING, HOLE_WIDTH, MOST_WORDS, PART_WORDS, FEW, PREFIX, INFLECTED, ENDING, CYRILLIC_ENDING, NAME, LIKELY

cdef class Packs:
    cdef readonly object whole, starts
    cdef readonly dict heads, tails, labels
    cdef readonly tuple services
    cdef readonly dict windows
    cdef Bits _bits
    cdef dict _names
    cdef Py_ssize_t _longest_label
    cdef object _entry, _may_start

    @cython.locals(key=str, named=str)
    cpdef find(self, str line)

    cpdef entry(self, str key)

    @cython.locals(
        size=Py_ssize_t, is_inside=bint, at=Py_ssize_t, done=Py_ssize_t, end=Py_ssize_t, char=Py_UCS4, parts=list
    )
    cdef str _named(self, str key)

    @cython.locals(end=Py_ssize_t, width=Py_ssize_t)
    cdef Py_ssize_t _service_end(self, str key, Py_ssize_t at)

    @cython.locals(end=Py_ssize_t, name=str)
    cdef Py_ssize_t _end_of(self, names, str key, Py_ssize_t at)

    @cython.locals(size=Py_ssize_t)
    cdef _filled(self, str key, str line)

    @cython.locals(words=list, found=list, at=Py_ssize_t, size=Py_ssize_t, width=Py_ssize_t, few=bint, level=Py_ssize_t, sure=Py_ssize_t)
    cdef _row(self, str key)

    @cython.locals(size=Py_ssize_t, at=Py_ssize_t, char=Py_UCS4, mark=Py_UCS4)
    cdef _labelled(self, str key)

    @cython.locals(rest=str)
    cdef _announced(self, str key, Py_ssize_t at)

@cython.locals(end=Py_ssize_t)
cpdef Py_ssize_t name_end(str text, Py_ssize_t at, bint is_inflected)

@cython.locals(end=Py_ssize_t)
cdef Py_ssize_t _after_letters(str text, Py_ssize_t start, Py_ssize_t most)

@cython.locals(end=Py_ssize_t, char=Py_UCS4)
cdef Py_ssize_t _after_cyrillic(str text, Py_ssize_t start)

@cython.locals(char=Py_UCS4)
cdef bint _goes_on(str text, Py_ssize_t at)

cdef bint _is_latin(Py_UCS4 char) noexcept

@cython.locals(parts=list)
cdef _filling(phrases, str key, str line)

@cython.locals(first=str, end=str, part=str, at=Py_ssize_t, last=Py_ssize_t, found=Py_ssize_t)
cpdef bint fills(str key, list parts)

@cython.locals(words=list, start=Py_ssize_t, at=Py_ssize_t, is_mark=bint, was_mark=bint, char=Py_UCS4)
cpdef list words_of(str text, Py_ssize_t most)
