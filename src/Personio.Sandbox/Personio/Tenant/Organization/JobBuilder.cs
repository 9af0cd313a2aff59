using System.Globalization;

namespace Personio.Sandbox.Tenant;

/// <summary>Creates the job catalog: one job for each that an employment refers to, and some that nobody has.</summary>
internal sealed class JobBuilder(int seed, CompanyWords words, CompanyStructure organization)
{
    private static readonly string?[] s_tracks = ["Individual Contributor", "Management", null];

    private readonly Dice _dice = new(seed, "jobs");

    public void AddBands(Table<SalaryBandRow> bands)
    {
        if (!words.IsHostile)
        {
            AddScale(bands);
            return;
        }

        foreach (string family in words.JobFamilies)
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
        if (!words.IsHostile)
        {
            AddTitles(jobs, persons, bands);
            return;
        }

        IEnumerable<string> named = persons.SelectMany(person => person.Employments)
            .Select(employment => employment.JobId).OfType<string>();
        foreach (string id in named.Concat(Enumerable.Range(0, 6).Select(_ => _dice.Uuid()).ToList()))
        {
            int index = jobs.Rows.Count;
            (int family, int level) = (index % words.JobFamilies.Count, 1 + _dice.Next(4));
            var job = new JobRow
            {
                Id = id,
                Name = string.Create(CultureInfo.InvariantCulture, $"{words.JobFamilies[family]} {100 + index}"),
                Family = index % 7 == 6 ? null : words.JobFamilies[family],
                Level = index % 5 == 4 ? null : string.Create(CultureInfo.InvariantCulture, $"L{level}"),
                Track = s_tracks[index % s_tracks.Length],
                Grade = index % 2 == 0 ? string.Create(CultureInfo.InvariantCulture, $"G{level + 3}") : null,
            };
            job.SalaryBandIds.AddRange(bands.Skip((family * 4) + level - 1).Take(index % 3).Select(band => band.Id));
            jobs.Add(job);
        }
    }

    /// <summary>Creates a band for every level of every department.</summary>
    private void AddScale(Table<SalaryBandRow> bands)
    {
        for (int family = 0; family < words.JobFamilies.Count; family++)
        {
            for (int level = 1; level <= PayScale.Levels; level++)
            {
                (decimal minimum, decimal maximum) = PayScale.Band(family, level);
                bands.Add(new SalaryBandRow
                {
                    Id = _dice.Uuid(),
                    Name = string.Create(CultureInfo.InvariantCulture, $"{words.JobFamilies[family]} L{level}"),
                    Currency = "EUR",
                    Minimum = minimum,
                    Maximum = maximum,
                });
            }
        }
    }

    /// <summary>Creates a job for every title in use.</summary>
    private void AddTitles(
        Table<JobRow> jobs, IReadOnlyList<PersonRow> persons, IReadOnlyList<SalaryBandRow> bands)
    {
        IReadOnlyList<OrgUnitRow> departments = organization.Departments;
        foreach (EmploymentRow employment in persons.Select(person => person.Employments[0])
            .DistinctBy(row => row.JobId))
        {
            int family = departments.ToList().FindIndex(unit => employment.OrgUnits.Exists(one => one.Id == unit.Id));
            int level = PayScale.LevelOf(employment.Title);
            var job = new JobRow
            {
                Id = employment.JobId!,
                Name = employment.Title!,
                Family = words.JobFamilies[family],
                Level = string.Create(CultureInfo.InvariantCulture, $"L{level}"),
                Track = s_tracks[level >= 4 ? 1 : 0],
                Grade = string.Create(CultureInfo.InvariantCulture, $"G{level + 3}"),
            };
            job.SalaryBandIds.Add(bands[(family * PayScale.Levels) + level - 1].Id);
            jobs.Add(job);
        }
    }
}
