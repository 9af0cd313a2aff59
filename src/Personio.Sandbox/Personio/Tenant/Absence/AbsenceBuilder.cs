namespace Personio.Sandbox.Tenant;

/// <summary>Creates the absence types and the absences of all persons, which never overlap.</summary>
internal sealed class AbsenceBuilder(SandboxOptions options, TenantCalendar calendar)
{
    // The positions of the types in their list.
    public const int Vacation = 0;
    public const int Sick = 1;
    public const int ChildSick = 2;
    public const int Unpaid = 3;
    public const int Parental = 4;
    public const int Overtime = 5;
    public const int Doctor = 6;

    private readonly CompanyWords _words = CompanyWords.For(options);
    private readonly Dice _dice = new(options.Seed, "absences");

    public void AddTypes(Table<AbsenceTypeRow> types)
    {
        AddType(types, "Vacation", "PAID_VACATION");
        AddType(types, _words.SickTypes.One, "SICK_LEAVE", SubstituteRule.Forbidden, needsApproval: false);
        AddType(types, _words.SickTypes.Other, "SICK_LEAVE", SubstituteRule.Forbidden);
        AddType(types, "Unpaid leave", "UNPAID_VACATION", SubstituteRule.Required);
        AddType(types, "Parental leave", "MATERNITY_PARENTAL_LEAVE");
        AddType(types, "Überstundenausgleich", "OTHER", isHourly: true);
        AddType(types, _words.DoctorType, null, isHourly: true, needsApproval: false);
    }

    public void AddPeriods(
        IReadOnlyList<PersonRow> persons, IReadOnlyList<AbsenceTypeRow> types, Table<AbsencePeriodRow> periods)
    {
        if (options.Hostile)
        {
            new HostileAbsences(_dice, calendar).AddPeriods(persons, types, periods);
        }
        else
        {
            new BelievableAbsences(_dice, calendar, types).AddPeriods(persons, periods);
        }

        if (periods.Rows.LastOrDefault(row => row.Type == types[Parental] && row.Status == "APPROVED") is { } leave)
        {
            leave.IsManagedLeave = true;
        }
    }

    private void AddType(
        Table<AbsenceTypeRow> types, string name, string? category,
        SubstituteRule substitute = SubstituteRule.Optional, bool isHourly = false, bool needsApproval = true) =>
        types.Add(new AbsenceTypeRow
        {
            Id = _dice.Uuid(),
            Number = 9 + types.Rows.Count,
            Name = name,
            Category = category,
            IsHourly = isHourly,
            Substitute = substitute,
            NeedsApproval = needsApproval,
        });
}
