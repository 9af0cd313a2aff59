namespace Personio.Sandbox.Tenant;

/// <summary>
/// Creates the absences of about a year around today: weeks of vacation, a few sick days, hours at the doctor's. Past
/// absences are approved, apart from a few; future ones may still be pending.
/// </summary>
internal sealed class BelievableAbsences(Dice dice, TenantCalendar calendar, IReadOnlyList<AbsenceTypeRow> types)
{
    private const int PastDays = 210;
    private const int DaysAhead = 110;

    private static readonly IReadOnlyList<string?> s_comments = CompanyWords.Believable.AbsenceComments;

    public void AddPeriods(IReadOnlyList<PersonRow> persons, Table<AbsencePeriodRow> periods)
    {
        for (int i = 0; i < persons.Count; i++)
        {
            EmploymentRow employment = persons[i].Employments[0];
            DateOnly first = Max(calendar.Today.AddDays(-PastDays), employment.Start.AddDays(20));
            DateOnly last = employment.End ?? employment.Termination?.TerminationDate
                ?? calendar.Today.AddDays(DaysAhead);
            if (employment.Status == "LEAVE")
            {
                AbsencePeriodRow leave = Leave(persons[i], i);
                periods.Add(leave);
                last = DateOnly.FromDateTime(leave.Start.At).AddDays(-10);
            }

            AddYear(persons, i, (first, last), periods);
        }
    }

    private void AddYear(
        IReadOnlyList<PersonRow> persons, int index, (DateOnly First, DateOnly Last) span,
        Table<AbsencePeriodRow> periods)
    {
        DateOnly day = TenantCalendar.Workday(span.First.AddDays(dice.Next(40)));
        for (int turn = 0; day < span.Last; turn++)
        {
            AbsencePeriodRow period = Create(persons, index, turn, day);
            if (DateOnly.FromDateTime(period.Until) <= span.Last)
            {
                periods.Add(period);
            }

            day = TenantCalendar.Workday(DateOnly.FromDateTime(period.Until).AddDays(18 + dice.Next(45)));
        }
    }

    private AbsencePeriodRow Create(IReadOnlyList<PersonRow> persons, int index, int turn, DateOnly day)
    {
        int ahead = day.DayNumber - calendar.Today.DayNumber;

        // Every third person starts with an illness, so that even a small company has sick leave.
        (int kind, Boundary start, Boundary end) = turn == 0 && index % 3 == 2 && ahead <= 0
            ? Days(AbsenceBuilder.Sick, day, 2)
            : Shape(day, canBeIll: ahead <= 0);
        AbsenceTypeRow type = types[kind];
        bool hasSubstitute = type.Substitute == SubstituteRule.Required && persons.Count > 1;

        // Illness is reported on the day; everything else is requested weeks before.
        int requested = Math.Min(type.NeedsApproval ? ahead - 14 - dice.Next(30) : ahead, -1);
        DateTimeOffset created = calendar.At(requested, 7, dice.Next(60));
        DateTimeOffset changed = created.AddDays(type.NeedsApproval ? dice.Next(4) : 0);
        return new AbsencePeriodRow
        {
            Id = dice.Uuid(),
            PersonId = persons[index].Id,
            Type = type,
            Start = start,
            End = end,
            Comment = kind == AbsenceBuilder.Vacation ? dice.Pick(s_comments) : null,
            Status = Status(type, ahead, requested),
            SubstituteId = hasSubstitute ? persons[(index + 1) % persons.Count].Id : null,
            CreatedAt = created,
            UpdatedAt = changed > calendar.Now ? created : changed,
        };
    }

    private string Status(AbsenceTypeRow type, int ahead, int requested)
    {
        int roll = dice.Next(100);
        return !type.NeedsApproval || roll < 60 ? "APPROVED"
            : ahead > 3 && requested > -25 ? "PENDING"
            : roll >= 98 ? "REJECTED" : "APPROVED";
    }

    private (int Kind, Boundary Start, Boundary End) Shape(DateOnly day, bool canBeIll)
    {
        int roll = dice.Next(100);
        return roll switch
        {
            < 28 when canBeIll => Days(AbsenceBuilder.Sick, day, 1 + dice.Next(4)),
            < 33 when canBeIll => Days(AbsenceBuilder.ChildSick, day, 1 + dice.Next(2)),
            < 41 => Hours(AbsenceBuilder.Overtime, day, 13, 3),
            < 49 => Hours(AbsenceBuilder.Doctor, day, 9, 2),
            < 52 => Days(AbsenceBuilder.Unpaid, day, 1 + dice.Next(3)),
            < 60 => Half(day),
            < 75 => Days(AbsenceBuilder.Vacation, day, 1 + dice.Next(2)),
            < 92 => Days(AbsenceBuilder.Vacation, day, 5),
            _ => Days(AbsenceBuilder.Vacation, day, 10),
        };
    }

    /// <summary>A parental leave or, for every third person on leave, an illness without a known end.</summary>
    private AbsencePeriodRow Leave(PersonRow person, int index)
    {
        bool isOpen = index % 60 == 34;
        DateOnly start = calendar.Today.AddDays(-45 - dice.Next(60));
        return new AbsencePeriodRow
        {
            Id = dice.Uuid(),
            PersonId = person.Id,
            Type = types[isOpen ? AbsenceBuilder.Sick : AbsenceBuilder.Parental],
            Start = new Boundary(start.ToDateTime(default), Boundary.FirstHalf),
            End = isOpen ? null
                : new Boundary(start.AddMonths(6).AddDays(-1).ToDateTime(default), Boundary.SecondHalf),
            Status = "APPROVED",
            CreatedAt = calendar.At(start.DayNumber - calendar.Today.DayNumber - (isOpen ? 0 : 60)),
            UpdatedAt = calendar.At(start.DayNumber - calendar.Today.DayNumber),
        };
    }

    /// <summary>Spans this many working days, not counting weekends in between.</summary>
    private static (int Kind, Boundary Start, Boundary End) Days(int kind, DateOnly day, int count)
    {
        DateOnly last = day;
        for (int i = 1; i < count; i++)
        {
            last = TenantCalendar.Workday(last.AddDays(1));
        }

        return (
            kind, new(day.ToDateTime(default), Boundary.FirstHalf), new(last.ToDateTime(default), Boundary.SecondHalf));
    }

    private (int Kind, Boundary Start, Boundary End) Half(DateOnly day)
    {
        string half = dice.Chance(50) ? Boundary.FirstHalf : Boundary.SecondHalf;
        var boundary = new Boundary(day.ToDateTime(default), half);
        return (AbsenceBuilder.Vacation, boundary, boundary);
    }

    private (int Kind, Boundary Start, Boundary End) Hours(int kind, DateOnly day, int hour, int max)
    {
        DateTime start = day.ToDateTime(new TimeOnly(hour, 30 * dice.Next(2)));
        return (kind, new(start, null), new(start.AddHours(1 + dice.Next(max)), null));
    }

    private static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;
}
