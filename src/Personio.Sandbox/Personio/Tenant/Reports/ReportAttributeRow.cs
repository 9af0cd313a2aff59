namespace Personio.Sandbox.Tenant;

/// <summary>An attribute that reports can include as a column.</summary>
internal sealed class ReportAttributeRow : Row
{
    public string Name => Column.Name;

    public string Display => Column.English;

    public string Type => Column.Type;

    public Filtering Filtering => new(Column.Type is not "time_range");

    internal required ReportColumn Column { get; init; }
}
