cimport cython
from ._looks cimport Looks, Row
from ._words cimport Tally, Words

cdef Py_ssize_t NEAR, AROUND, ABOUT, POST, ABOVE, FAR_ABOVE, SOME, TITLE_WORDS, TIMES, BESIDE, MANY_WORDS, EVENT
cdef Py_ssize_t CLEAR, LINK, PARAGRAPH
cdef double SAME, ENTRIES, LABELS, ECHOES


@cython.final
cdef class Sums:
    cdef readonly Py_ssize_t lines
    cdef readonly Py_ssize_t prose
    cdef readonly Py_ssize_t bare
    cdef readonly Py_ssize_t words
    cdef readonly Py_ssize_t paragraphs
    cdef readonly Py_ssize_t listed
    cdef readonly Py_ssize_t linked
    cdef readonly Py_ssize_t clear
    cdef readonly Py_ssize_t labels
    cdef readonly Py_ssize_t marks
    cdef readonly Py_ssize_t echoes

    @cython.locals(found=Sums)
    cdef Sums and_of(self, Row row)


@cython.final
cdef class Run:
    cdef readonly Py_ssize_t start
    cdef readonly Py_ssize_t end
    cdef readonly Py_ssize_t intro
    cdef readonly double words
    cdef readonly double dates
    cdef readonly double bullets
    cdef readonly double tabs
    cdef readonly double known
    cdef readonly double ahead


@cython.final
cdef class Page:
    cdef readonly list rows
    cdef readonly Words words
    cdef readonly Py_ssize_t size
    cdef readonly list runs
    cdef readonly list sums
    cdef readonly Py_ssize_t first
    cdef readonly Py_ssize_t last
    cdef readonly set twins
    cdef readonly set headlines
    cdef readonly dict whole
    cdef readonly double[::1] values

    @cython.locals(
        menus=Tally, listed=dict, marks=frozenset, often=Tally, row=Row, at=Py_ssize_t, start=Py_ssize_t, above=Sums
    )
    cdef _tell(self, known)

    @cython.locals(
        words=Words, vocabulary=Tally, count=Py_ssize_t, found=Py_ssize_t, of_menus=Py_ssize_t, at=Py_ssize_t,
        number=cython.longlong
    )
    cdef _count(self, Row row, Tally menus)

    @cython.locals(found=Sums)
    cdef Sums above(self, Py_ssize_t at)

    @cython.locals(
        run=Run, row=Row, at=Py_ssize_t, start=Sums, end=Sums, count=Py_ssize_t, words=Py_ssize_t
    )
    cdef _near(self)

    @cython.locals(
        run=Run, row=Row, at=Py_ssize_t, size=Py_ssize_t, first=Sums, last=Sums, start=Sums, end=Sums,
        linked=Py_ssize_t, listed=Py_ssize_t, lines=Py_ssize_t
    )
    cdef _place(self)

    @cython.locals(
        row=Row, at=Py_ssize_t, words=Py_ssize_t, dates=Py_ssize_t, bullets=Py_ssize_t, tabs=Py_ssize_t,
        count=Py_ssize_t, known=double, lines=Py_ssize_t, prose=Py_ssize_t
    )
    cdef _sum(self, Run run)

    @cython.locals(total=Sums)
    cdef dict _whole(self, known)

    @cython.locals(at=Py_ssize_t, best=Py_ssize_t, known=Py_ssize_t, found=set, row=Row)
    cdef set _headlines(self)

    @cython.locals(words=Words, found=Tally, at=Py_ssize_t)
    cdef Py_ssize_t _known(self, Row row) except -1

    @cython.locals(
        first=Py_ssize_t, last=Py_ssize_t, at=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t, found=set, row=Row
    )
    cdef set _twins(self)

    @cython.locals(row=Row)
    cpdef bint is_twin(self, Py_ssize_t at)

    cdef bint is_entry(self, Py_ssize_t at)

    @cython.locals(count=Py_ssize_t, start=Py_ssize_t, end=Py_ssize_t, near=Py_ssize_t)
    cpdef bint is_among_entries(self, Py_ssize_t at)

    @cython.locals(row=Row)
    cpdef bint is_kept(self, Py_ssize_t at)

    cdef tell_run(self, Run run)

    @cython.locals(values="double[::1]")
    cdef tell_line(self, Row row)
