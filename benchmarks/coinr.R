# Times draws of an uncertainty analysis of ASEM by COINr: the same tables, steps and factors as
# ./citylake benchmark index. Prints one JSON object as its last line; ends with 3 without COINr.
# Usage: Rscript --vanilla benchmarks/coinr.R DATA_FOLDER DRAWS
arguments <- commandArgs(trailingOnly = TRUE)
if (!requireNamespace("COINr", quietly = TRUE)) quit(status = 3)
suppressPackageStartupMessages(library(COINr))
data <- read.csv(file.path(arguments[1], "iData.csv"))
meta <- read.csv(file.path(arguments[1], "iMeta.csv"), na.strings = c("", "NA"))
draws <- as.integer(arguments[2])
set.seed(1)
coin <- new_coin(data, meta, quietly = TRUE)
coin <- Denominate(coin, dset = "Raw")
coin <- Impute(coin, dset = "Denominated", f_i = "i_mean_grp", use_group = "EurAsia_group")
coin <- Screen(coin, dset = "Imputed", unit_screen = "byNA", dat_thresh = 0.9)
coin <- Treat(coin, dset = "Screened", global_specs = list(f1 = "winsorise", f1_para = list(winmax = 5), f_pass = "check_SkewKurt"))
coin <- Normalise(coin, dset = "Treated", global_specs = list(f_n = "n_minmax", f_n_para = list(l_u = c(1, 100))))
# get_sensitivity asks the user about an address that holds NULL, so the weights are named.
coin <- Aggregate(coin, dset = "Normalised", f_ag = "a_amean", w = "Original")
weights <- get_noisy_weights(coin$Meta$Weights$Original, data.frame(Level = 1:3, NoiseFactor = 0.25), Nrep = draws)
specs <- list(
  treatment = list(Address = "$Log$Treat$global_specs$f1_para$winmax", Distribution = c(1, 3, 5), Type = "discrete"),
  normalisation = list(
    Address = "$Log$Normalise$global_specs",
    Distribution = list(
      list(f_n = "n_minmax", f_n_para = list(l_u = c(1, 100))),
      list(f_n = "n_zscore", f_n_para = list(m_sd = c(10, 1)))),
    Type = "discrete"),
  weights = list(Address = "$Log$Aggregate$w", Distribution = weights, Type = "discrete"),
  aggregation = list(Address = "$Log$Aggregate$f_ag", Distribution = c("a_amean", "a_gmean"), Type = "discrete"))
started <- proc.time()
invisible(capture.output(suppressMessages(
  result <- get_sensitivity(coin, SA_specs = specs, N = draws, SA_type = "UA", dset = "Aggregated", iCode = "Index", quietly = TRUE))))
used <- proc.time() - started
if (anyNA(result$Scores)) stop("COINr could not score every draw")
cat(sprintf('{"draws": %d, "seconds": %.3f, "cpu_seconds": %.3f, "coinr": "%s", "r": "%s"}\n',
  draws, used[["elapsed"]], used[["user.self"]] + used[["sys.self"]], as.character(packageVersion("COINr")), as.character(getRversion())))
