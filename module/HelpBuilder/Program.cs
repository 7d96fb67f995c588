using ListmonkPS.HelpBuilder;

ProblemList problems = new();
if (HelpBuildOptions.Parse(args, problems) is { } options)
    HelpBuild.Run(options, problems);

// MSBuild reads errors in this form from standard output and shows each as its own.
foreach (Problem problem in problems.All)
    Console.Out.WriteLine(problem);
return problems.All.Count == 0 ? 0 : 1;
