namespace Personio.Sandbox.Tenant;

/// <summary>A category of recruiting jobs with its stages.</summary>
internal sealed class RecruitingCategoryRow : Row
{
    public required string Name { get; init; }

    public required Stage[] Stages { get; init; }
}
