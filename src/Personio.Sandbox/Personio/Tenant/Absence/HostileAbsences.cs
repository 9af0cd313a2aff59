namespace Personio.Sandbox.Tenant;

/// <summary>
/// Creates absences in every possible combination of days, halves, and hours, with comments that careless programs
/// stumble over.
/// </summary>
internal sealed class HostileAbsences(Dice dice, TenantCalendar calendar)
{
    private static readonly IReadOnlyList<string?> s_comments = CompanyWords.Hostile.AbsenceComments;

    public void AddPeriods(
        IReadOnlyList<PersonRow> persons, IReadOnlyList<AbsenceTypeRow> types, Table<AbsencePeriodRow> periods)
    {
        for (int i = 0; i < persons.Count; i++)
        {
            // No absence begins before the first day of work.
            if (persons[i].Employments[0].Status == "ONBOARDING")
            {
                continue;
            }

            bool endsOpen = i % 12 == 4;
            int count = endsOpen ? 2 : 3 + (i % 3);
            DateOnly day = calendar.Today.AddDays((endsOpen ? -300 : -200) + dice.Next(60));
            for (int turn = 0; turn < count; turn++)
            {
                AbsencePeriodRow period = Create(persons, i, turn, TenantCalendar.Workday(day), types);
                periods.Add(period);
                day = DateOnly.FromDateTime(period.Until).AddDays(12 + dice.Next(45));
            }

            if (endsOpen)
            {
                periods.Add(OpenEnded(persons[i], types));
            }
        }
    }

    private AbsencePeriodRow Create(
        IReadOnlyList<PersonRow> persons, int index, int turn, DateOnly day, IReadOnlyList<AbsenceTypeRow> types)
    {
        int shape = ((index * 3) + turn) % 9;
        AbsenceTypeRow type = shape == 7 ? types[5 + (index % 2)] : types[(index + turn) % 5];
        (Boundary start, Boundary end) = Shape(shape, day);
        // Up to four days pass until the last change, which must also be in the past, however far in the future the
        // absence is.
        int daysUntil = day.DayNumber - calendar.Today.DayNumber;
        DateTimeOffset created = calendar.At(Math.Min(daysUntil - 20, -5), 7, dice.Next(60));
        bool hasSubstitute = type.Substitute == SubstituteRule.Required && persons.Count > 1;
        return new AbsencePeriodRow
        {
            Id = dice.Uuid(),
            PersonId = persons[index].Id,
            Type = type,
            Start = start,
            End = end,
            Comment = s_comments[(index + (turn * 2)) % s_comments.Count],
            Status = ((index + turn) % 7) switch
            {
                0 => hasSubstitute ? "SUBSTITUTE_REQUESTED" : "PENDING",
                3 => "REJECTED",
                5 when index % 3 == 0 => "DELETION_PENDING",
                _ => "APPROVED",
            },
            SubstituteId = hasSubstitute ? persons[(index + 1) % persons.Count].Id : null,
            CreatedAt = created,
            UpdatedAt = created.AddDays(dice.Next(5)),
        };
    }

    /// <summary>Every possible combination of days and halves, and hours.</summary>
    private (Boundary Start, Boundary End) Shape(int shape, DateOnly day)
    {
        int days = 1 + dice.Next(4);
        return shape switch
        {
            1 => (Half(day, Boundary.FirstHalf), Half(day, Boundary.FirstHalf)),
            2 => (Half(day, Boundary.SecondHalf), Half(day, Boundary.SecondHalf)),
            3 => (Half(day, Boundary.SecondHalf), Half(day.AddDays(days), Boundary.SecondHalf)),
            4 => (Half(day, Boundary.FirstHalf), Half(day.AddDays(days), Boundary.FirstHalf)),
            5 => (Half(day, Boundary.SecondHalf), Half(day.AddDays(days), Boundary.FirstHalf)),
            6 => (Half(day, null), Half(day.AddDays(days), null)),
            7 => (Clock(day, 9, 30), Clock(day, 11 + days, 15)),
            _ => (Half(day, Boundary.FirstHalf), Half(day.AddDays(days), Boundary.SecondHalf)),
        };
    }

    private AbsencePeriodRow OpenEnded(PersonRow person, IReadOnlyList<AbsenceTypeRow> types) => new()
    {
        Id = dice.Uuid(),
        PersonId = person.Id,
        Type = types[dice.Chance(50) ? 1 : 4],
        Start = Half(TenantCalendar.Workday(calendar.Today.AddDays(-40)), Boundary.FirstHalf),
        Status = "APPROVED",
        CreatedAt = calendar.At(-50),
        UpdatedAt = calendar.At(-49),
    };

    private static Boundary Half(DateOnly day, string? half) => new(day.ToDateTime(default), half);

    private static Boundary Clock(DateOnly day, int hour, int minute) => new(day.ToDateTime(new(hour, minute)), null);
}
