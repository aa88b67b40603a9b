cimport cython

@cython.locals(numbers=bytes, last=int, beyond=int, found=int, number=int, char=Py_UCS4)
cpdef int alphabet_of(str text)
