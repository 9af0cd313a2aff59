using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Personio.Benchmarks;

/// <summary>One line of the table: the measurement, what it is compared with, and the target.</summary>
internal sealed record Row(
    string What, string Measured, string Against, string Result, string Target, bool IsMet, bool IsJudged = true)
{
    public int? Requests { get; init; }

    public int? Refused { get; init; }

    public double? PeakMegabytes { get; init; }

    /// <summary>The value to compare with the saved run; null if the comparison is meaningless.</summary>
    public double? Figure { get; init; }

    public bool IsLessBetter { get; init; } = true;

    /// <summary>By how much the figure varies between identical runs.</summary>
    public double Noise { get; init; }

    public string Verdict => Target.Length == 0 ? "" : IsMet ? "met" : IsJudged ? "MISSED" : "not judged";
}

/// <summary>Collects the lines, shows each immediately, and writes all at the end.</summary>
/// <param name="folder">The folder for the results.</param>
/// <param name="isQuick">Whether sizes are small.</param>
/// <param name="engine">The engine that was used. On an engine that is not compiled ahead, no target counts as missed:
/// such an engine compiles itself in every process, which takes most of the measured time.</param>
/// <param name="kept">The previous run.</param>
internal sealed class Report(string folder, bool isQuick, Engine engine, Kept kept)
{
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true };

    private static readonly string[] s_heads =
        ["What", "Measured", "Against", "Result", "Requests", "429s", "Peak MB", "Target", "Verdict"];

    private readonly List<Row> _rows = [];
    private readonly List<object> _samples = [];

    /// <summary>Adds a quotient that should not be more than, or not be less than, a limit.</summary>
    public void Ratio(
        string what, (string Text, double Value) measured, (string Text, double Value) against, double limit,
        bool atMost = true, Traffic? traffic = null, double? peak = null)
    {
        double ratio = atMost ? measured.Value / against.Value : against.Value / measured.Value;
        bool isMet = atMost ? ratio <= limit : ratio >= limit;
        string target = Text($"{(atMost ? "<=" : ">=")} {limit:F2} x");
        Add(new Row(what, measured.Text, against.Text, Text($"{ratio:F2} x"), target, isMet)
        {
            Requests = traffic?.Count,
            Refused = traffic?.Refused,
            PeakMegabytes = peak,
            Figure = ratio,
            IsLessBetter = atMost,
        });
    }

    /// <summary>Adds the number of requests compared with the minimum for the job.</summary>
    public void Needed(string what, Traffic traffic, int fewest, double limit) => Ratio(
        $"{what}: requests needed", ($"{traffic.Count} requests", traffic.Count), ($"fewest: {fewest}", fewest), limit,
        traffic: traffic);

    /// <summary>Adds a difference that should not be more than a limit; without a limit, it is only reported.</summary>
    public void Difference(
        string what, double measured, double against, double? limit, string unit, double? peak = null)
    {
        double difference = measured - against;
        Add(new Row(
            what, Text($"{measured:F0} {unit}"), Text($"{against:F0} {unit}"), Text($"{difference:+0;-0;0} {unit}"),
            limit is null ? "" : Text($"<= {limit:F0} {unit}"), !(difference > limit))
        {
            PeakMegabytes = peak,
            Figure = difference,
            Noise = unit == "MB" ? 8 : 30,
        });
    }

    /// <summary>Adds a number that should not be more than a limit.</summary>
    public void AtMost(string what, double value, double limit, string unit = "") => Add(new Row(
        what, Text($"{value:0.##} {unit}").Trim(), "", "", Text($"<= {limit:0.##} {unit}").Trim(), value <= limit)
    {
        Figure = value,
        Noise = limit / 4,
    });

    /// <summary>Adds a condition that holds or does not.</summary>
    public void Holds(string what, string found, string wanted, bool isMet) =>
        Add(new Row(what, found, "", "", wanted, isMet));

    /// <summary>Adds a figure that is only reported.</summary>
    public void Inform(string what, string measured, string against = "", string result = "", double? peak = null) =>
        Add(new Row(what, measured, against, result, "", true) { PeakMegabytes = peak });

    /// <summary>Keeps the individual measurements of a median for the file.</summary>
    public void Keep(string what, IEnumerable<Run> runs) => _samples.Add(new
    {
        what,
        runs = runs.Select(run => new { run.WallSeconds, run.Seconds, run.CpuSeconds, run.PeakBytes }),
    });

    /// <summary>Writes results.json and results.md, shows the table, and reports what got worse.</summary>
    /// <param name="keeps">Whether this run is saved for the next one.</param>
    /// <param name="isAll">Whether all parts ran.</param>
    public void Write(bool keeps, bool isAll)
    {
        Directory.CreateDirectory(folder);
        string[] machine =
        [
            engine.ToString(),
            $"{Environment.ProcessorCount} processors",
            RuntimeInformation.OSDescription,
            RuntimeInformation.FrameworkDescription,
            isQuick ? "quick: small sizes, so start-up weighs more than it does in the full run" : "full",
        ];
        File.WriteAllText(
            Path.Combine(folder, "results.json"),
            JsonSerializer.Serialize(new { machine, rows = _rows, samples = _samples }, s_json));
        string table = Markdown();
        Console.WriteLine();
        Console.WriteLine(table);
        int missed = _rows.Count(row => !row.IsMet);
        Console.WriteLine(engine.ToString());
        Console.WriteLine(missed == 0 ? "All targets are met."
            : engine.IsCompiledAhead ? $"{missed} targets are missed."
            : $"{missed} targets are not judged: they are for an engine that is compiled ahead, "
                + "as the installers' are.");
        IReadOnlyList<string> worse = kept.Compare(_rows, out bool isKnown);
        string compared = !isKnown ? "No run of this size on such an engine was kept to compare with."
            : worse.Count == 0 ? "Nothing is worse by more than a quarter than in the run that was kept."
            : $"Worse by more than a quarter than in the run that was kept:\n\n- {string.Join("\n- ", worse)}";
        Console.WriteLine(compared);
        File.WriteAllText(Path.Combine(folder, "results.md"), $"{string.Join(", ", machine)}\n\n{table}\n{compared}\n");
        if (keeps)
        {
            kept.Keep(_rows, machine, isAll ? table : null);
        }

        Console.WriteLine($"Written to {folder}");
    }

    public static string Seconds(double seconds) => Text($"{seconds:F2} s");

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private void Add(Row measured)
    {
        Row row = measured with { IsJudged = engine.IsCompiledAhead };
        _rows.Add(row);
        Console.WriteLine(string.Join(
            "  ", new[] { row.What, row.Measured, row.Against, row.Result, row.Target, row.Verdict }
                .Where(cell => cell.Length > 0)));
    }

    private string Markdown()
    {
        string[][] lines =
        [
            s_heads,
            .. _rows.Select(row => new[]
            {
                row.What, row.Measured, row.Against, row.Result, Text($"{row.Requests}"), Text($"{row.Refused}"),
                Text($"{row.PeakMegabytes:F0}"), row.Target, row.Verdict,
            }),
        ];
        int[] widths = [.. s_heads.Select((_, column) => lines.Max(line => line[column].Length))];
        var text = new StringBuilder();
        for (int i = 0; i < lines.Length; i++)
        {
            IEnumerable<string> cells = lines[i].Select((cell, column) => cell.PadRight(widths[column]));
            text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
            if (i == 0)
            {
                text.Append("|-").AppendJoin("-|-", widths.Select(width => new string('-', width))).Append("-|\n");
            }
        }

        return text.ToString();
    }
}
