using System.Globalization;

namespace Personio.Sandbox.Tenant;

/// <summary>Makes the catalogue of jobs: one for each that an employment names, and some that nobody has.</summary>
internal sealed class JobBuilder(int seed)
{
    private static readonly string[] s_families = ["Finance", "Engineering", "Qualität", "Sales, \"field\""];
    private static readonly string?[] s_tracks = ["Individual Contributor", "Management", null];

    private readonly Dice _dice = new(seed, "jobs");

    public void AddBands(Table<SalaryBandRow> bands)
    {
        foreach (string family in s_families)
        {
            for (int level = 1; level <= 4; level++)
            {
                decimal minimum = 30_000 + (level * 8_000) + (500 * _dice.Next(8));
                bands.Add(new SalaryBandRow
                {
                    Id = _dice.Uuid(),
                    Name = string.Create(CultureInfo.InvariantCulture, $"{family} L{level}"),
                    Currency = level == 4 ? "USD" : "EUR",
                    Minimum = minimum,
                    Maximum = minimum + 15_000.5m,
                });
            }
        }
    }

    public void AddJobs(
        Table<JobRow> jobs, IReadOnlyList<PersonRow> persons, IReadOnlyList<SalaryBandRow> bands)
    {
        IEnumerable<string> named = persons.SelectMany(person => person.Employments)
            .Select(employment => employment.JobId).OfType<string>();
        foreach (string id in named.Concat(Enumerable.Range(0, 6).Select(_ => _dice.Uuid()).ToList()))
        {
            int index = jobs.Rows.Count;
            (int family, int level) = (index % s_families.Length, 1 + _dice.Next(4));
            var job = new JobRow
            {
                Id = id,
                Name = string.Create(CultureInfo.InvariantCulture, $"{s_families[family]} {100 + index}"),
                Family = index % 7 == 6 ? null : s_families[family],
                Level = index % 5 == 4 ? null : string.Create(CultureInfo.InvariantCulture, $"L{level}"),
                Track = s_tracks[index % s_tracks.Length],
                Grade = index % 2 == 0 ? string.Create(CultureInfo.InvariantCulture, $"G{level + 3}") : null,
            };
            job.SalaryBandIds.AddRange(bands.Skip((family * 4) + level - 1).Take(index % 3).Select(band => band.Id));
            jobs.Add(job);
        }
    }
}
