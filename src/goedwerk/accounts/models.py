import uuid

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class UserManager(BaseUserManager):
    def create_user(self, name: str) -> "User":
        user = self.model(name=name)
        user.set_unusable_password()
        user.save()
        return user


class User(AbstractBaseUser):
    """Somebody who organises. Who takes part in a dialogue has no account."""

    # Django would keep the moment of each sign-in here.
    last_login = None

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=80, unique=True)
    is_active = models.BooleanField(default=True)

    objects = UserManager()
    USERNAME_FIELD = "name"

    def __str__(self) -> str:
        return self.name


class SignInLink(models.Model):
    """A link that signs somebody in once. The database holds its hash only."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"link for {self.user}"
