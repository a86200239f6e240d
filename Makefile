# Set-up, build and jobs of Gongshi. `make run` and `make test` need nothing but the Swift toolchain: what is
# missing of Debian's packages is installed first (with sudo when not root), and nothing when all is there.

# The samples that `make run` goes through; PIPELINE and PERIOD choose another job.
SAMPLES = department-budget/2025 sme-reserve/2024 performance/2025-06 performance/2025
RELEASE = .build/release/gongshi

LIBRARIES = libcsv-dev libdeflate-dev libxlsxwriter-dev libpcre2-dev libsqlite3-dev
PEERS = libreoffice-calc fonts-noto-cjk unzip
BENCH = gcc libc6-dev python3-venv

.PHONY: run test lint bench clean build libraries peers

ifeq ($(PIPELINE)$(PERIOD),)
JOBS = $(SAMPLES)
else
CHOSEN = $(or $(PIPELINE),department-budget)
JOBS = $(addprefix $(CHOSEN)/,$(or $(PERIOD),$(notdir $(filter $(CHOSEN)/%,$(SAMPLES)))))
endif

run: build
	@$(foreach job,$(JOBS),$(RELEASE) run $(patsubst %/,%,$(dir $(job))) --period $(notdir $(job)) &&) true

build: libraries
	@swift build --configuration release --product gongshi --static-swift-stdlib

test: libraries peers
	swift test

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

bench: build
	@scripts/install $(BENCH)
	@scripts/bench

libraries:
	@scripts/install $(LIBRARIES)

peers:
	@scripts/install $(PEERS)

# The record over all runs, output/ledger.jsonl, and what was published stay.
clean:
	rm -rf .build
