using System.Collections.Concurrent;
using System.Globalization;

namespace Personio.Faults;

/// <summary>The figures of a suite, printed and saved to out/faults.</summary>
internal sealed class Figures(string name)
{
    private readonly ConcurrentDictionary<string, long> _sums = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, double> _most = new(StringComparer.Ordinal);
    private readonly System.Diagnostics.Stopwatch _watch = System.Diagnostics.Stopwatch.StartNew();

    public long this[string what] => _sums.GetValueOrDefault(what);

    public void Add(string what, long count = 1) => _sums.AddOrUpdate(what, count, (_, sum) => sum + count);

    public void Longest(string what, double value) =>
        _most.AddOrUpdate(what, value, (_, most) => Math.Max(most, value));

    /// <summary>The faults that hit, by kind.</summary>
    public void Add(IEnumerable<Injected> faults)
    {
        foreach (Injected one in faults)
        {
            Add("faults injected", one.Fault.Hits);
            Add($"  {one.Name}", one.Fault.Hits);
        }
    }

    /// <summary>Writes the figures; called whether the suite failed or not.</summary>
    public void Print()
    {
        IEnumerable<string> lines =
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: seed {Sizes.Seed}, {(Sizes.IsLong ? "long" : "quick")}, {_watch.Elapsed.TotalSeconds:0.0} s"),
            .. _sums.Where(pair => !pair.Key.StartsWith(' ')).OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => string.Create(CultureInfo.InvariantCulture, $"  {pair.Key}: {pair.Value:N0}")),
            .. _sums.Where(pair => pair.Key.StartsWith(' ')).OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => string.Create(CultureInfo.InvariantCulture, $"  {pair.Key}: {pair.Value:N0}")),
            .. _most.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => string.Create(CultureInfo.InvariantCulture, $"  {pair.Key}: {pair.Value:0.##}")),
        ];
        string text = string.Join('\n', lines);
        Console.WriteLine(text);
        string folder = Directory.CreateDirectory(Path.Combine(Root(), "out", "faults")).FullName;
        File.WriteAllText(Path.Combine(folder, $"{name}.txt"), text + "\n");
    }

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Personio.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? Path.GetTempPath();
    }
}
