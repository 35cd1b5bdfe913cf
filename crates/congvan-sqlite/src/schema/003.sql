-- Which commands a log has is read from its records when it is first asked. An index of all commands of the register was a
-- page more to write with each of them, and where it grew beyond the memory for pages, one more to read.
DROP INDEX commands;
