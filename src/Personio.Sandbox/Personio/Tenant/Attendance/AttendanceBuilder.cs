namespace Personio.Sandbox.Tenant;

/// <summary>
/// Creates the attendance of the last weeks. A break falls between two periods of work and never within one, as the
/// product stores them; some breaks were cut out of a day that was entered as a single period.
/// </summary>
internal sealed class AttendanceBuilder(SandboxOptions options, TenantCalendar calendar, CompanyWords words)
{
    private static readonly string?[] s_projects = [null, "82173", "82174", null];

    private readonly Dice _dice = new(options.Seed, "attendance");
    private readonly Dice _rests = new(options.Seed, "attendance after breaks");

    public void AddTo(Table<AttendancePeriodRow> periods, IReadOnlyList<Tracker> persons)
    {
        for (int back = options.AttendanceDays; back > 0; back--)
        {
            DateOnly day = calendar.Today.AddDays(-back);
            for (int i = 0; !TenantCalendar.IsWeekend(day) && i < persons.Count; i++)
            {
                if (persons[i].IsActive)
                {
                    AddDay(periods, persons[i], i, day);
                }
            }
        }

        // Running periods began today, whatever the day of the week and however early it is.
        int began = Math.Min(7, calendar.LocalNow.Hour) * 60;
        for (int i = 2; i < persons.Count; i += 15)
        {
            bool isAtWork = words.IsHostile
                || (!TenantCalendar.IsWeekend(calendar.Today) && persons[i].IsAtWork(calendar.Today));
            if (persons[i].IsActive && isAtWork)
            {
                periods.Add(Row(persons[i].Id, "WORK", calendar.Today, began, null));
            }
        }
    }

    private void AddDay(Table<AttendancePeriodRow> periods, Tracker person, int index, DateOnly day)
    {
        string personId = person.Id;
        int start = (7 * 60) + (15 * _dice.Next(8));
        if (options.AttendanceRows > 0)
        {
            AddStretches(periods, personId, day, start);
            return;
        }

        if (!words.IsHostile)
        {
            AddWorkday(periods, person, index, day);
            return;
        }

        switch (index % 10)
        {
            case 9:
                AddNight(periods, personId, day);
                break;
            case 0 or 3 or 6:
                AttendancePeriodRow work = Row(personId, "WORK", day, start, start + (9 * 60));
                AttendancePeriodRow rest = Row(personId, "BREAK", day, start + (4 * 60), start + (4 * 60) + 30);
                periods.Add(work);
                periods.Add(rest);
                periods.Add(Rest(work, rest));
                work.End = rest.Start;
                break;
            default:
                periods.Add(Row(personId, "WORK", day, start, start + (4 * 60)));
                periods.Add(Row(personId, "BREAK", day, start + (4 * 60), start + (5 * 60)));
                periods.Add(Row(personId, "WORK", day, start + (5 * 60), start + (9 * 60)));
                break;
        }
    }

    /// <summary>
    /// Roughly the contractual hours, with a break after four hours. On a few days, as everywhere, somebody stays too
    /// long or takes no break.
    /// </summary>
    private void AddWorkday(Table<AttendancePeriodRow> periods, Tracker person, int index, DateOnly day)
    {
        int start = (7 * 60) + 30 + (15 * _dice.Next(7));
        int work = (int)(person.DailyHours * 60) - 30 + (5 * _dice.Next(15));
        int roll = _dice.Next(200);
        work += roll == 0 ? 150 : 0;
        if (!person.IsAtWork(day))
        {
            return;
        }

        string? project = (index % 3) switch { 0 => null, 1 => s_projects[1], _ => s_projects[2] };
        if (work <= 360 || roll == 1)
        {
            Add("WORK", start, start + work);
            return;
        }

        int rest = work > 540 ? 45 : 30 + (15 * _dice.Next(2));
        Add("WORK", start, start + 240);
        Add("BREAK", start + 240, start + 240 + rest);
        Add("WORK", start + 240 + rest, start + work + rest);

        void Add(string type, int from, int to)
        {
            AttendancePeriodRow row = Row(person.Id, type, day, from, to);
            row.ProjectId = type == "WORK" ? project : null;

            // The most recent days are pending approval.
            row.Status = day >= calendar.Today.AddDays(-3) ? "PENDING" : "CONFIRMED";
            periods.Add(row);
        }
    }

    /// <summary>A night until six. Last night is skipped, because it may not be over.</summary>
    private void AddNight(Table<AttendancePeriodRow> periods, string personId, DateOnly day)
    {
        AttendancePeriodRow night = Row(personId, "WORK", day, 22 * 60, 30 * 60);
        if (night.End < calendar.Today.ToDateTime(default))
        {
            periods.Add(night);
        }
    }

    /// <summary>The rest of the work after a break was cut out of it.</summary>
    private AttendancePeriodRow Rest(AttendancePeriodRow work, AttendancePeriodRow rest) => new()
    {
        Id = _rests.Uuid(),
        PersonId = work.PersonId,
        Type = work.Type,
        Start = rest.End!.Value,
        End = work.End,
        AttributionDate = work.AttributionDate,
        Comment = work.Comment,
        ProjectId = work.ProjectId,
        Status = work.Status,
        IsAutoGenerated = true,
        CreatedAt = work.CreatedAt,
        UpdatedAt = work.UpdatedAt,
    };

    /// <summary>The requested number of rows, half an hour each.</summary>
    private void AddStretches(Table<AttendancePeriodRow> periods, string personId, DateOnly day, int start)
    {
        for (int i = 0; i < options.AttendanceRows; i++)
        {
            int from = start + (30 * i);
            periods.Add(Row(personId, i % 2 == 0 ? "WORK" : "BREAK", day, from, from + 30));
        }
    }

    /// <summary>One row; start and end are minutes since midnight, and may extend beyond the next midnight.</summary>
    private AttendancePeriodRow Row(string personId, string type, DateOnly day, int start, int? end)
    {
        DateTime midnight = day.ToDateTime(default);
        int seconds = _dice.Next(60);
        DateTime written = midnight.AddMinutes(end ?? start).AddSeconds(end is null ? 0 : seconds);
        return new AttendancePeriodRow
        {
            Id = _dice.Uuid(),
            PersonId = personId,
            Type = type,
            Start = midnight.AddMinutes(start),
            End = end is { } minutes ? midnight.AddMinutes(minutes) : null,
            AttributionDate = day,
            Comment = _dice.Pick(words.AttendanceComments),
            ProjectId = type == "WORK" ? _dice.Pick(s_projects) : null,
            Status = _dice.Next(12) switch { 0 => "PENDING", 1 => "REJECTED", _ => "CONFIRMED" },
            IsAutoGenerated = type == "BREAK" && _dice.Chance(50),
            CreatedAt = written,
            UpdatedAt = written,
        };
    }
}
