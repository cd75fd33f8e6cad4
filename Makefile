# make run and make test alone do all the set-up on a fresh Debian 12 machine with Swift.
.PHONY: run test soak lint bench install clean set-up documents

PREFIX ?= $(HOME)/.local

DEMO := .build/demo/caseload.sqlite
RELEASE := .build/release/caseload

run: set-up
	swift build -c release --product caseload
	@[ -e "$(DEMO)" ] || $(RELEASE) demo --store "$(DEMO)"
	@$(RELEASE) --store "$(DEMO)"

test: set-up
	swift test

# The full counts of kill, race and random tests.
soak: set-up
	CASELOAD_SOAK=1 swift test

# Warnings are errors in Package.swift, so a build is the other half of the check.
lint: set-up
	swift format lint --strict --recursive Package.swift Sources Tests
	swift build --build-tests --quiet

bench: set-up
	swift build -c release --product caseload
	swift build -c release --product caseload-bench
	.build/release/caseload-bench

# Writes the documents that are made from the program, which the tests compare.
documents: set-up
	RECORD_SNAPSHOTS=1 swift test --filter 'Document'
	swift build -c release --product caseload
	scripts/readme

# The program alone; it needs the Swift runtime of this machine.
install: set-up
	swift build -c release --product caseload
	install -D -m 755 $(RELEASE) $(DESTDIR)$(PREFIX)/bin/caseload

clean:
	swift package clean

set-up:
	@scripts/set-up
