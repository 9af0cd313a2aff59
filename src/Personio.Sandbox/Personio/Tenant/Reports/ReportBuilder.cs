namespace Personio.Sandbox.Tenant;

/// <summary>Creates the reports: readable tables, and the kinds that the API lists but cannot return.</summary>
internal sealed class ReportBuilder(int seed, TenantCalendar calendar, CompanyWords words)
{
    private readonly ReportColumn[] _columns =
    [
        new("last_name", "Name", "Name", "string"),
        new("first_name", "Name", "Name", "string"),
        new("hire_date", "Hire date", "Eintrittsdatum", "date"),
        new("weekly_hours", "Weekly hours", "Wochenstunden", "decimal"),
        new("status", "Status", "Status", "options"),
        new("department", words.DepartmentColumn, "Abteilung", "options"),
        new("employment_period", "Employment", "Beschäftigung", "time_range"),
        new("workload", "Workload", "Auslastung", "percentage"),
        new("fixed_salary", "Fixed salary", "Festgehalt", "monetary"),
        new("has_picture", "Has picture", "Bild vorhanden", "boolean"),
        new("preferred_name", "", "", "string"),
    ];

    private readonly Dice _dice = new(seed, "reports");

    public void AddTo(Table<ReportRow> reports, Table<ReportAttributeRow> attributes)
    {
        Add(reports, words.Reports[0], _columns);
        Add(reports, words.Reports[1], [_columns[0], _columns[1], _columns[1]]);
        Add(reports, words.Reports[2], [_columns[5]], ReportFlaw.Grouped, "pie");
        Add(reports, words.Reports[3], [_columns[0]], ReportFlaw.Unreadable);
        Add(reports, words.Reports[4], [_columns[0], _columns[3]]);
        foreach (ReportColumn column in _columns)
        {
            attributes.Add(new ReportAttributeRow { Id = column.Name, Column = column });
        }
    }

    /// <summary>Adds a report. Each has a different date, and the newest is first.</summary>
    private void Add(
        Table<ReportRow> reports, string name, ReportColumn[] columns, ReportFlaw flaw = ReportFlaw.None,
        string chart = "table") =>
        reports.Add(new ReportRow
        {
            Id = _dice.Uuid(),
            Name = name,
            ChartType = chart,
            Flaw = flaw,
            Columns = columns,
            EditedAt = calendar.At(-1 - (5 * reports.Rows.Count)),
        });
}
