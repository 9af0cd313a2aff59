using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Personio.Benchmarks;

/// <summary>
/// The figures of the previous run, for each size and kind of engine, in docs/performance.json: a figure that got worse
/// by more than a quarter is reported. The table of the full run is in docs/performance.md.
/// </summary>
/// <param name="folder">The folder docs.</param>
/// <param name="isQuick">Whether sizes are small.</param>
/// <param name="engine">The engine that was used. Figures of engines that are compiled ahead and of others are not
/// compared.</param>
internal sealed partial class Kept(string folder, bool isQuick, Engine engine)
{
    private const double Worse = 1.25;

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly string _path = Path.Combine(folder, "performance.json");
    private readonly string _page = Path.Combine(folder, "performance.md");

    private string Key =>
        $"{(isQuick ? "quick" : "full")}, {(engine.IsCompiledAhead ? "compiled ahead" : "the .NET tool")}";

    /// <summary>The figures that got worse by more than a quarter, one per line.</summary>
    /// <param name="rows">The measurements.</param>
    /// <param name="isKnown">Whether there are earlier figures to compare with.</param>
    public IReadOnlyList<string> Compare(IEnumerable<Row> rows, out bool isKnown)
    {
        isKnown = Read().TryGetValue(Key, out KeptRun? kept);
        return kept is null ? [] : [.. rows.Select(row => Compare(row, kept)).OfType<string>()];
    }

    /// <summary>Saves these figures for the next run, keeping those of other parts, and the table of a full run of
    /// all parts in docs/performance.md.</summary>
    /// <param name="rows">The measurements.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="table">The table; null if some parts are missing.</param>
    public void Keep(IEnumerable<Row> rows, IReadOnlyList<string> machine, string? table)
    {
        SortedDictionary<string, KeptRun> all = Read();
        var figures = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach ((string what, double value) in all.GetValueOrDefault(Key)?.Figures ?? [])
        {
            figures[what] = value;
        }

        foreach (Row row in rows.Where(row => row.Figure is not null))
        {
            figures[NameOf(row)] = Math.Round(row.Figure!.Value, 3);
        }

        string date = DateTime.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        all[Key] = new KeptRun(date, machine, figures);
        File.WriteAllText(_path, JsonSerializer.Serialize(all, s_json) + "\n");
        if (table is not null && !isQuick)
        {
            string place = $"{string.Join(", ", machine)}; {date}.\n\n{table}";
            File.WriteAllText(_page, Measured().Replace(
                File.ReadAllText(_page), match => $"{match.Groups[1].Value}\n{place}{match.Groups[2].Value}"));
        }
    }

    private static string? Compare(Row row, KeptRun kept)
    {
        if (row.Figure is not { } now || !kept.Figures.TryGetValue(NameOf(row), out double before))
        {
            return null;
        }

        // A figure close to zero is not worse because it doubled.
        bool isWorse = row.IsLessBetter
            ? now > (before * Worse) && now - before > row.Noise
            : now * Worse < before;
        return isWorse ? Report.Text($"{row.What}: {now:0.##}, kept {before:0.##} of {kept.Date}") : null;
    }

    // The same figure regardless of the numbers of the run in its name.
    private static string NameOf(Row row) => Numbers().Replace(row.What, "#");

    private SortedDictionary<string, KeptRun> Read() => File.Exists(_path)
        ? JsonSerializer.Deserialize<SortedDictionary<string, KeptRun>>(File.ReadAllText(_path), s_json)!
        : [];

    [GeneratedRegex(@"\d+([.,]\d+)*")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(<!-- measured -->\n).*?(<!-- until here -->)", RegexOptions.Singleline)]
    private static partial Regex Measured();

    /// <summary>The figures of a run.</summary>
    internal sealed record KeptRun(
        string Date, IReadOnlyList<string> Machine, SortedDictionary<string, double> Figures);
}
