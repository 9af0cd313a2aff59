using System.Globalization;
using Personio.Sandbox.Json;

namespace Personio.Sandbox.Tenant;

/// <summary>Creates categories, jobs, candidates, and applications. All lists begin with the latest change.</summary>
internal sealed class RecruitingBuilder(
    int seed, TenantCalendar calendar, CompanyStructure organization, CompanyWords words)
{
    private const int CandidateCount = 24;

    private static readonly string?[] s_genders = ["female", "male", "diverse", null];
    private static readonly string[] s_endings = ["offer", "accepted", "rejected", "withdrawn"];

    private readonly Dice _dice = new(seed, "recruiting");
    private readonly SyllableNames _odd = new(seed, "candidates");
    private readonly CommonNames _common = new(seed, "candidates");

    public CompanyRecruiting Build(IReadOnlyList<PersonRow> persons)
    {
        var book = new CompanyRecruiting { Postings = new JobPostingBuilder(calendar).Build() };
        for (int i = 0; i < words.RecruitingCategories.Count; i++)
        {
            int first = 201 + (10 * i);
            book.Categories.Add(new RecruitingCategoryRow
            {
                Id = Number(14 + i),
                Name = words.RecruitingCategories[i],
                Stages =
                [
                    .. words.RecruitingStages.Select(
                        (name, n) => new Stage(Number(first + n), "CUSTOM", name, "custom")),
                ],
            });
        }

        AddJobs(book, persons);
        AddCandidates(book);
        return book;
    }

    private void AddJobs(CompanyRecruiting book, IReadOnlyList<PersonRow> persons)
    {
        for (int i = 0; i < words.RecruitingJobs.Count; i++)
        {
            book.Jobs.Add(new RecruitingJobRow
            {
                Id = Number(3321 + i),
                Name = words.RecruitingJobs[i],
                Department = Department(i) is { } unit ? new NamedReference(unit.Id, unit.Name) : null,
                Category = i == 4 ? null : book.Categories.Rows[i % words.RecruitingCategories.Count],
                HiringTeam = [.. persons.Take(i).Select((person, n) => new HiringTeamMember(
                    new Reference(person.Id), new HiringRole(n == 0 ? "Recruiter" : "Reviewer")))],
                CreatedAt = calendar.At(-120 - i, 8 + i),
                UpdatedAt = calendar.At(-2 - (3 * i), 8 + i, 15),
            });
        }
    }

    private OrgUnitRow? Department(int job) =>
        words.RecruitingDepartments.Count > 0 ? organization.Departments[words.RecruitingDepartments[job]]
        : job == 3 ? null : _dice.Pick(organization.Departments);

    private void AddCandidates(CompanyRecruiting book)
    {
        for (int i = 0; i < CandidateCount; i++)
        {
            (string first, string last) = Name();
            string address = $"{SyllableNames.ForAddress(first)}.{SyllableNames.ForAddress(last)}.{i}@example.com";
            var candidate = new CandidateRow
            {
                Id = Number(88121 + i),
                FirstName = first,
                LastName = words.IsHostile && i % 6 == 5 ? $"{last}, Dr." : last,
                Email = address,
                Gender = _dice.Pick(s_genders),
                Phone = i % 3 == 0 ? "+49 40 5550" : null,
                Location = i % 4 == 1 ? "München" : null,
                Birthday = i % 5 == 2 ? calendar.Today.AddDays(-9000 - _dice.Next(5000)) : null,
                Profile = i % 4 == 3 ? "https://profiles.example.com/x" : null,
                AvailableFrom = i % 3 == 1 ? calendar.Today.AddDays(_dice.Next(90)) : null,
                CreatedAt = calendar.At(-60 - i, 8),
                UpdatedAt = calendar.At(-1 - (2 * i), 9, _dice.Next(60)),
            };
            book.Candidates.Add(candidate);
            for (int turn = 0; turn < (i % 5 == 4 ? 2 : 1); turn++)
            {
                candidate.Applications.Add(Apply(book, candidate, turn));
            }
        }
    }

    private (string First, string Last) Name()
    {
        if (words.IsHostile)
        {
            return (_odd.First(), _odd.Last());
        }

        (string first, string last, _) = _common.Next();
        return (first, last);
    }

    private ApplicationRow Apply(CompanyRecruiting book, CandidateRow candidate, int turn)
    {
        int index = book.Applications.Rows.Count;
        DateTimeOffset updated = calendar.At(-1 - (2 * index), 10, _dice.Next(60));
        DateTimeOffset created = updated.AddDays(-20);
        RecruitingJobRow job = book.Jobs.Rows[(index + turn) % book.Jobs.Rows.Count];
        var application = new ApplicationRow
        {
            Id = Number(495039 + index),
            Date = DateOnly.FromDateTime(created.UtcDateTime),
            Candidate = candidate,
            Job = job,
            Channel = index % 4 == 3 ? null : new NamedReference("9", words.Channel),
            IsAnonymized = index % 10 == 9,
            Transitions = Transitions(index, job, created),
            CreatedAt = created,
            UpdatedAt = updated,
        };
        book.Applications.Add(application);
        return application;
    }

    /// <summary>Zero to three stages of the category after the first one and, for some, a final stage.</summary>
    private static List<TransitionRow> Transitions(int index, RecruitingJobRow job, DateTimeOffset created)
    {
        List<Stage> stages = [new(null, "SYSTEM", null, "unassigned")];
        stages.AddRange(job.Category?.Stages.Take(index % 4) ?? []);
        if (index % 6 == 5)
        {
            stages.Add(new(null, "SYSTEM", null, s_endings[index / 6 % s_endings.Length]));
        }

        return [.. stages.Select((stage, n) => new TransitionRow
        {
            Id = Number(n),
            Stage = stage,
            EnteredAt = created.AddDays(3 * n),
        }).Reverse()];
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
