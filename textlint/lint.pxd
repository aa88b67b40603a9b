cimport cython

@cython.locals(all_prose=bint, kept=list)
cdef list _verified(list findings, str code, document)

cdef _verify(finding, length)
