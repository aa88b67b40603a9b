cimport cython

cdef Py_ssize_t GAP, LONG, LETTERS_A_WORD, READ, UNSPACED_LETTERS
cdef Py_ssize_t PROSE_WORDS, PROSE_SMALL, LONG_WORDS, LONG_SMALL, SENTENCE_LETTERS


cdef class Row:
    cdef readonly str body
    cdef readonly str masked
    cdef readonly list tokens
    cdef readonly bint is_bullet
    cdef readonly bint is_unspaced
    cdef readonly bint is_prose
    cdef readonly Py_ssize_t words
    cdef readonly int end
    cdef public Py_ssize_t listed
    cdef public Py_ssize_t mark
    cdef public Py_ssize_t is_tabbed
    cdef public Py_ssize_t is_dated
    cdef public Py_ssize_t is_label
    cdef public Py_ssize_t is_echo
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

    @cython.locals(small=str, words=list, least=Py_ssize_t, letters=Py_ssize_t, word=str)
    cpdef read(self, str text, frozenset small_words, set vocabulary)


cdef class Looks:
    cdef readonly list rows
    cdef readonly set vocabulary


@cython.locals(text=str, found=Looks, row=Row)
cpdef Looks look(list texts, frozenset small_words)

cdef Py_ssize_t _small_words_of_prose(Py_ssize_t count, Py_ssize_t letters, int end)

@cython.locals(word=str, char=Py_UCS4)
cdef bint _has(list words, str unspaced, frozenset some, Py_ssize_t least)

@cython.locals(
    limit=Py_ssize_t, gap=Py_ssize_t, best=Py_ssize_t, total=Py_ssize_t, start=Py_ssize_t, first=Py_ssize_t,
    last=Py_ssize_t, at=Py_ssize_t, row=Row
)
cpdef tuple extent(list rows)

@cython.locals(
    size=Py_ssize_t, at=Py_ssize_t, keys=dict, headings=dict, key=str, is_over=bint, row=Row
)
cpdef tell_echoes(list rows)
