# make run and make test alone do all the set-up on a fresh Debian 12 machine with Swift.
.PHONY: run test soak lint bench release install uninstall deb deb-check clean set-up documents

PREFIX ?= $(HOME)/.local

DEMO := .build/demo/caseload.sqlite
RELEASE := .build/release/caseload
# The Swift runtime goes into the program: it starts sooner, and runs where there is no Swift.
BUILD := swift build -c release --static-swift-stdlib --product

run: set-up
	$(BUILD) caseload
	@[ -e "$(DEMO)" ] || $(RELEASE) demo --department --store "$(DEMO)"
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
	$(BUILD) caseload
	$(BUILD) caseload-bench
	.build/release/caseload-bench

# The program as people get it; the optimiser may refuse what the debug build takes.
release: set-up
	$(BUILD) caseload

# Writes the documents that are made from the program, which the tests compare.
documents: set-up
	RECORD_SNAPSHOTS=1 swift test --filter 'Document'
	$(BUILD) caseload
	scripts/readme

# The program, its manual in both languages, completions for bash, zsh and fish, and the invented exports.
install: set-up
	$(BUILD) caseload
	scripts/install-files $(RELEASE) "$(DESTDIR)$(PREFIX)"

uninstall:
	scripts/install-files --remove "$(DESTDIR)$(PREFIX)"

# A Debian package in .build/deb.
deb: set-up
	$(BUILD) caseload
	scripts/deb $(RELEASE)

# Installs that package into an empty Debian 12 and runs the program there; needs root.
deb-check: deb
	scripts/deb-check "$$(ls -t .build/deb/caseload_*.deb | head -n 1)"

clean:
	swift package clean

set-up:
	@scripts/set-up
