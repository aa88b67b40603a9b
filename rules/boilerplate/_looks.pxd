cimport cython
from ._words cimport Tally, Words

cdef Py_ssize_t GAP, LONG, LETTERS_A_WORD, READ, UNSPACED_LETTERS
cdef Py_ssize_t PROSE_WORDS, PROSE_SMALL, LONG_WORDS, LONG_SMALL, SENTENCE_LETTERS


@cython.final
cdef class Row:
    cdef readonly str body
    cdef readonly str small
    cdef readonly long long masked
    cdef readonly bint is_bullet
    cdef readonly bint is_unspaced
    cdef readonly bint is_prose
    cdef readonly Py_ssize_t words
    cdef readonly int end
    cdef public Py_ssize_t listed
    cdef public Py_ssize_t mark
    cdef public bint is_tabbed
    cdef public bint is_dated
    cdef public bint is_label
    cdef public bint is_echo
    cdef public Py_ssize_t length
    cdef public Py_ssize_t often
    cdef public Py_ssize_t separators
    cdef public double digits
    cdef public double capitals
    cdef public double known
    cdef public double near_words
    cdef public double near_bare
    cdef public double near_listed
    cdef public double near_labels
    cdef public double near_echo
    cdef public Py_ssize_t near_marks
    cdef public Py_ssize_t body_gap
    cdef public Py_ssize_t over
    cdef public Py_ssize_t run_clear
    cdef public Py_ssize_t between
    cdef public double run_listed
    cdef public Py_ssize_t run_lines

    @cython.locals(small=str, least=Py_ssize_t, letters=Py_ssize_t)
    cdef read(self, str text, Tally small_words, Words words)

    @cython.locals(body=str)
    cdef show(self)

    cdef bint has_code(self) except -1


@cython.final
cdef class Looks:
    cdef readonly list rows
    cdef readonly Py_ssize_t prose
    cdef readonly Words words


@cython.locals(text=str, found=Looks, row=Row)
cpdef Looks look(list texts, Tally small_words)

cdef Py_ssize_t _small_words_of_prose(Py_ssize_t count, Py_ssize_t letters, int end)

@cython.locals(at=Py_ssize_t, char=Py_UCS4)
cdef bint _has(Words words, str unspaced, Tally some, Py_ssize_t least) except -1

@cython.locals(
    limit=Py_ssize_t, gap=Py_ssize_t, best=Py_ssize_t, total=Py_ssize_t, start=Py_ssize_t, first=Py_ssize_t,
    last=Py_ssize_t, at=Py_ssize_t, row=Row
)
cpdef tuple extent(list rows)

@cython.locals(size=Py_ssize_t, headings=Tally, at=Py_ssize_t, row=Row, after=Row)
cpdef tell_echoes(list rows, Words words)

cdef bint is_unspaced(Py_UCS4 char) noexcept

@cython.locals(count=Py_ssize_t, char=Py_UCS4)
cdef Py_ssize_t unspaced_letters(str text)

@cython.locals(count=Py_ssize_t, char=Py_UCS4, before=bint, here=bint)
cdef Py_ssize_t unspaced_runs(str text)

@cython.locals(at=Py_ssize_t, last=Py_UCS4)
cdef int level(str text)

@cython.locals(count=Py_ssize_t, char=Py_UCS4)
cpdef double digits(str text)

@cython.locals(count=Py_ssize_t, state=int, char=Py_UCS4)
cpdef Py_ssize_t separators(str text)

cdef bint is_arrow(Py_UCS4 char) noexcept

@cython.locals(words=Py_ssize_t, capital=Py_ssize_t, is_first=bint, char=Py_UCS4)
cpdef double capitals(str text)

@cython.locals(is_call=bint, before=Py_UCS4, char=Py_UCS4)
cpdef bint has_code(str text)
